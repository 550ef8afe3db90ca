import { Button, Select } from 'antd';
import { useAnswer } from '../../../ui/desk/answers';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { ClassView, SchoolView } from '../contract';
import { schoolYearOf } from '../rules/school-year';
import { getClasses } from './calls';
import { schoolYearsAround } from './choices';
import { OpenState } from './open-state';
import type { SchoolsAddress } from './school-panel';
import type { Areas } from './use-areas';
import { classWords, commonWords, schoolWords } from './words';

type SchoolClassesProps = { readonly school: SchoolView; readonly address: SchoolsAddress; readonly areas: Areas };

/** The classes of a school in one school year, which lies in the address. */
export function SchoolClasses({ school, address, areas }: SchoolClassesProps) {
  const w = useWords(classWords);
  const common = useWords(commonWords);
  const { today } = areas;
  const schoolYear = address.search.year ?? schoolYearOf(today);
  const answer = useAnswer(getClasses, { query: { schoolYear, school: school.id, page: 1, size: 200 } });
  const may = holds(useSignedIn(), ['class.change']) && school.until === null;
  const years = schoolYearsAround(today).map((year) => ({ value: year, label: common.schoolYearSays(year) }));
  const add = may ? <Button onClick={() => address.change({ task: 'add-class' })}>{w.add}</Button> : null;
  return (
    <section className="area-part">
      <div className="area-part-head">
        <h2>
          {w.title} {answer.data ? <span className="area-quiet">{w.count(answer.data.total)}</span> : null}
        </h2>
        <div className="area-part-tools">
          <Select
            aria-label={common.schoolYear}
            options={years}
            value={schoolYear}
            onChange={(year) => address.change({ year: year === schoolYearOf(today) ? undefined : year })}
          />
          {answer.data?.total === 0 ? null : add}
        </div>
      </div>
      {answer.data === undefined ? (
        answer.error ? (
          <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} />
        ) : (
          <LoadingState rows={4} />
        )
      ) : answer.data.total === 0 ? (
        <EmptyState says={w.none} why={w.noneWhy} next={add} />
      ) : (
        <ClassRows classes={answer.data.rows} address={address} may={may} today={today} />
      )}
    </section>
  );
}

type ClassRowsProps = {
  readonly classes: readonly ClassView[];
  readonly address: SchoolsAddress;
  readonly may: boolean;
  readonly today: string;
};

function ClassRows({ classes, address, may, today }: ClassRowsProps) {
  const w = useWords(classWords);
  const common = useWords(commonWords);
  const school = useWords(schoolWords);
  const say = useSay();
  return (
    <table className="area-rows">
      <thead>
        <tr>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.entry}</th>
          <th scope="col">{common.from}</th>
          <th scope="col">{common.state}</th>
          {may ? <td /> : null}
        </tr>
      </thead>
      <tbody>
        {classes.map((each) => (
          <tr key={each.id}>
            <th scope="row">{say(each.name)}</th>
            <td>{w.entrySays(each.entryYear)}</td>
            <td>{each.from}</td>
            <td>
              <OpenState thing={each} today={today} />
            </td>
            {may ? (
              <td className="area-rows-do">
                {each.until === null ? (
                  <>
                    <Do says={school.change} of={say(each.name)} onDo={() => address.change({ task: `class-${each.id}` })} />
                    <Do says={w.end} of={say(each.name)} onDo={() => address.change({ task: `end-${each.id}` })} />
                  </>
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Do({ says, of, onDo }: { readonly says: string; readonly of: string; readonly onDo: () => void }) {
  return (
    <button type="button" className="nol-link" aria-label={`${says} ${of}`} onClick={onDo}>
      {says}
    </button>
  );
}
