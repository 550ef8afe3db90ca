import { Button, Input, Popover, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';
import type { ListAddress } from './address';
import { activeFilters, type Filter, valuesOf, without } from './filters';
import './filter-bar.css';

/** How many conditions stand in the row at most; the others are behind 更多条件 (design: one line at 1366 px). */
const inRow = 4;
/** After the last letter typed the list follows. */
const typedMs = 350;

const words = defineWords({
  filters: { zh: '筛选条件', en: 'Filters' },
  more: { zh: '更多条件', en: 'More filters' },
  clear: { zh: '清除条件', en: 'Clear filters' },
  drop: { zh: (filter: string) => `去掉条件 ${filter}`, en: (filter: string) => `Drop ${filter}` },
});

type FilterBarProps = { readonly filters: readonly Filter[]; readonly address: ListAddress };

/** The conditions of a list in one row, the further ones behind a button and as chips; all of them lie in the address. */
export function FilterBar({ filters, address }: FilterBarProps) {
  const w = useWords(words);
  const [shown, hidden] = [filters.slice(0, inRow), filters.slice(inRow)];
  const set = activeFilters(filters, address.search);
  const chips = set.filter((one) => hidden.some((filter) => filter.key === one.key));
  return (
    <search className="nol-filters" aria-label={w.filters}>
      {shown.map((filter) => (
        <FilterControl key={filter.key} filter={filter} address={address} />
      ))}
      {hidden.length > 0 ? (
        <Popover trigger="click" placement="bottomLeft" content={<MoreFilters filters={hidden} address={address} />}>
          <Button>{w.more}</Button>
        </Popover>
      ) : null}
      {chips.map((chip) => (
        <span key={chip.key} className="nol-filter-chip">
          {chip.says}：{chip.value}
          <button type="button" aria-label={w.drop(chip.says)} onClick={() => address.change(without([chip.key]))}>
            ×
          </button>
        </span>
      ))}
      {set.length > 0 ? (
        <Button type="link" onClick={() => address.change(without(set.map((one) => one.key)))}>
          {w.clear}
        </Button>
      ) : null}
    </search>
  );
}

function MoreFilters({ filters, address }: FilterBarProps) {
  return (
    <div className="nol-more-filters">
      {filters.map((filter) => (
        <div key={filter.key}>
          <span aria-hidden="true">{filter.says}</span>
          <FilterControl filter={filter} address={address} />
        </div>
      ))}
    </div>
  );
}

function FilterControl({ filter, address }: { readonly filter: Filter; readonly address: ListAddress }) {
  const set = valuesOf(address.search[filter.key]);
  const change = (value: unknown, replace = false) => address.change({ ...without([]), [filter.key]: value }, { replace });
  if (filter.kind === 'text')
    return <TextFilter says={filter.says} value={set[0] ?? ''} onChange={(text) => change(text, true)} />;
  if (filter.kind === 'day') {
    return (
      <Input
        type="date"
        className="nol-filter nol-filter-day"
        // A browser says the form of a day in an empty field, so the word stands before it.
        prefix={filter.says}
        aria-label={filter.says}
        value={set[0] ?? ''}
        onChange={(event) => change(event.target.value || undefined)}
      />
    );
  }
  const options = filter.options.map(({ value, says, search = '' }) => ({ value, label: says, search }));
  const common = {
    className: 'nol-filter',
    options,
    allowClear: true,
    placeholder: filter.says,
    'aria-label': filter.says,
    showSearch: { optionFilterProp: ['label', 'search'] },
  };
  if (filter.kind === 'several') {
    return (
      <Select
        {...common}
        mode="multiple"
        maxTagCount="responsive"
        value={[...set]}
        onChange={(values: string[]) => change(values)}
      />
    );
  }
  return <Select {...common} value={set[0] ?? null} onChange={(value: string | undefined) => change(value)} />;
}

/** Typed text reaches the address when the typing pauses; a change of the address from elsewhere is shown. */
function TextFilter(props: { readonly says: string; readonly value: string; readonly onChange: (text: string) => void }) {
  const { says, value, onChange } = props;
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return;
    const pause = setTimeout(() => {
      sent.current = typed;
      latest.current(typed);
    }, typedMs);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <Input
      className="nol-filter"
      allowClear
      placeholder={says}
      aria-label={says}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => latest.current(typed)}
    />
  );
}
