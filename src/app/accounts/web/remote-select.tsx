import { Select } from 'antd';
import { useEffect, useState } from 'react';

/** After the last letter typed the list follows. */
const typedMs = 300;

export type RemoteOption = { readonly value: string; readonly label: string };

type RemoteSelectProps = {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
  readonly options: readonly RemoteOption[];
  readonly loading: boolean;
  /** What was typed, once the typing pauses. */
  readonly onSearch: (text: string) => void;
  readonly placeholder: string;
  /** Said where nothing fits. */
  readonly nothing: string;
};

/** A choice out of more than can be listed: the server looks for what is typed. */
export function RemoteSelect({ options, loading, onSearch, placeholder, nothing, onChange, ...field }: RemoteSelectProps) {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => onSearch(typed), typedMs);
    return () => clearTimeout(pause);
  }, [typed, onSearch]);
  return (
    <Select
      {...field}
      {...(onChange ? { onChange } : {})}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={loading}
      options={[...options]}
      placeholder={placeholder}
      notFoundContent={loading ? null : nothing}
    />
  );
}
