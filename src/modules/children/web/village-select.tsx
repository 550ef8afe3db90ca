import { Select } from 'antd';
import { useMemo } from 'react';
import { useAnswer } from '../../../ui/desk/answers';
import { getAreas } from './calls';

/** A township or village of the county, found by typing a part of its name; takes id, value and onChange of a form. */
export function VillageSelect(props: { readonly placeholder: string }) {
  const { data } = useAnswer(getAreas, {});
  const options = useMemo(() => {
    const areas = data?.areas ?? [];
    const names = new Map(areas.map(({ code, name }) => [code, name]));
    return areas
      .filter(({ level }) => level !== 'county')
      .map(({ code, name, level, parentCode }) => {
        const above = level === 'village' ? (names.get(parentCode ?? '') ?? '') : '';
        return { value: code, label: above === '' ? name : `${above} ${name}` };
      });
  }, [data]);
  return (
    <Select
      {...props}
      showSearch={{ filterOption: (typed, option) => (option?.label ?? '').replace(/ /g, '').includes(typed.replace(/ /g, '')) }}
      options={options}
      loading={data === undefined}
    />
  );
}
