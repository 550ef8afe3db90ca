import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Address } from '../../../ui/desk/address';
import { useAnswer } from '../../../ui/desk/answers';
import { Door } from '../../../ui/desk/door';
import { Loaded } from '../../../ui/desk/loaded';
import { hrefOf } from '../../../ui/desk/place';
import { SidePanel } from '../../../ui/desk/side-panel';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { AreaHistoryView } from '../contract';
import { areaKindOf } from '../rules/area-kind';
import { areaKindNames } from '../words';
import { AreaClosingForm } from './area-closing';
import { AreaAddForm, AreaRenameForm } from './area-form';
import { areaWords } from './area-words';
import { getArea } from './calls';
import { Facts } from './facts';
import { OpenState } from './open-state';
import { areasPlace, ownersPlace } from './places';
import type { Areas } from './use-areas';
import { commonWords, schoolWords } from './words';

/** What the panel reads from the address and changes there. */
export type AreasAddress = Address<(typeof areasPlace)['search']>;
type PanelProps = { readonly address: AreasAddress; readonly areas: Areas };

/** One place beside the list: what is known of it, the names it has had, its villages; or the form that is being filled in. */
export function AreaPanel({ address, areas }: PanelProps) {
  const w = useWords(areaWords);
  const { open, task } = address.search;
  const may = holds(useSignedIn(), ['area.change']);
  const adding = task === 'add' && may;
  const answer = useAnswer(getArea, { params: { code: open ?? '' } }, { when: open !== undefined });
  const view = open === undefined ? undefined : answer.data;
  const leave = () => address.change({ task: undefined });
  return (
    <SidePanel
      open={open !== undefined || adding}
      title={adding ? w.add : view && (task === 'rename' && may ? w.renameTitle : same)(nameOn(view, areas.today))}
      onClose={() => address.change({ open: undefined, task: undefined })}
      actions={view ? <PanelActions view={view} address={address} /> : null}
    >
      <Loaded answers={open === undefined ? [areas.answer] : [areas.answer, answer]}>
        {adding ? (
          <AreaAddForm below={view?.area} onDone={(code) => address.change({ open: code, task: undefined })} onLeave={leave} />
        ) : null}
        {view && !adding ? <AreaContent key={view.area.code} view={view} address={address} areas={areas} /> : null}
      </Loaded>
    </SidePanel>
  );
}

type ViewProps = { readonly view: AreaHistoryView; readonly address: AreasAddress };

function PanelActions({ view, address }: ViewProps) {
  const w = useWords(areaWords);
  const may = holds(useSignedIn(), ['area.change']) && view.area.until === null;
  if (address.search.task !== undefined || !may) return null;
  return (
    <>
      <Button onClick={() => address.change({ task: 'rename' })}>{w.rename}</Button>{' '}
      {view.area.level === 'county' ? null : <Button onClick={() => address.change({ task: 'close' })}>{w.close}</Button>}
    </>
  );
}

function AreaContent({ view, address, areas }: ViewProps & PanelProps) {
  const { task } = address.search;
  const may = holds(useSignedIn(), ['area.change']) && view.area.until === null;
  const leave = () => address.change({ task: undefined });
  if (task === 'rename' && may) return <AreaRenameForm area={view.area} onDone={leave} onLeave={leave} />;
  if (task === 'close' && may) return <AreaClosingForm area={view.area} areas={areas} onDone={leave} />;
  return (
    <>
      <AreaFacts view={view} address={address} areas={areas} />
      <Names view={view} />
      {view.area.level === 'township' ? <Villages view={view} address={address} areas={areas} may={may} /> : null}
    </>
  );
}

function AreaFacts({ view: { area }, address, areas }: ViewProps & PanelProps) {
  const w = useWords(areaWords);
  const school = useWords(schoolWords);
  const say = useSay();
  const mayOwners = useSignedIn().permissions.includes('owner.read');
  const to = (code: string) => (
    <Door href={hrefOf(areasPlace, {}, { ...address.search, open: code, task: undefined })}>{areas.placeOf(code)}</Door>
  );
  const facts: { says: string; value: ReactNode }[] = [
    { says: w.code, value: area.code },
    { says: w.kind, value: say(areaKindNames[areaKindOf(area.code)]) },
  ];
  if (area.level === 'village' && area.parentCode !== null) facts.push({ says: w.belongs, value: to(area.parentCode) });
  if (area.otherNames.length > 0) facts.push({ says: w.otherNames, value: area.otherNames.join('、') });
  facts.push({
    says: w.since,
    value: (
      <>
        {area.from} <OpenState thing={area} today={areas.today} />
      </>
    ),
  });
  if (area.successor !== null) facts.push({ says: w.successor, value: to(area.successor) });
  if (mayOwners && area.level !== 'county') {
    facts.push({ says: school.owner, value: <Door href={hrefOf(ownersPlace, {}, { open: area.path })}>{school.owners}</Door> });
  }
  return <Facts facts={facts} />;
}

function Names({ view: { names } }: Pick<ViewProps, 'view'>) {
  const w = useWords(areaWords);
  const common = useWords(commonWords);
  return (
    <section className="area-part">
      <div className="area-part-head">
        <h2>{w.history}</h2>
      </div>
      <table className="area-rows">
        <thead>
          <tr>
            <th scope="col">{common.from}</th>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.why}</th>
          </tr>
        </thead>
        <tbody>
          {[...names].reverse().map(({ from, name, reason }) => (
            <tr key={from}>
              <td>{from}</td>
              <th scope="row">{name}</th>
              <td className="area-quiet">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Villages({ view: { area }, address, areas, may }: ViewProps & PanelProps & { readonly may: boolean }) {
  const w = useWords(areaWords);
  const say = useSay();
  const villages = areas.areas.filter(({ parentCode }) => parentCode === area.code);
  return (
    <section className="area-part">
      <div className="area-part-head">
        <h2>
          {w.villages} <span className="area-quiet">{villages.length}</span>
        </h2>
        {may ? <Button onClick={() => address.change({ task: 'add' })}>{w.addBelow}</Button> : null}
      </div>
      {villages.length === 0 ? (
        <p className="area-quiet">{w.noVillages}</p>
      ) : (
        <table className="area-rows" aria-label={w.villagesOf(area.name)}>
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.kind}</th>
              <th scope="col">{w.code}</th>
            </tr>
          </thead>
          <tbody>
            {villages.map(({ code, name }) => (
              <tr key={code}>
                <th scope="row">
                  <Door href={hrefOf(areasPlace, {}, { ...address.search, open: code, task: undefined })}>{name}</Door>
                </th>
                <td>{say(areaKindNames[areaKindOf(code)])}</td>
                <td>{code}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const same = (name: string) => name;

/** What a place was called on a day; before its first name, that one. */
function nameOn({ area, names }: AreaHistoryView, day: string): string {
  return (names.filter(({ from }) => from <= day).pop() ?? names[0] ?? area).name;
}
