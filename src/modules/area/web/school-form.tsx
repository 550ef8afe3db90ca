import { Form, Input, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { useUndo } from '../../../ui/desk/undo';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { NewSchool, type SchoolView } from '../contract';
import { type SchoolKind, schoolKinds, usualGrades } from '../rules/school';
import { addSchool, changeSchool, getSchool, getSchools } from './calls';
import { kindOptions, placeOptions } from './choices';
import { TheirVersion, useConflict } from './conflict';
import type { Fact } from './facts';
import { Leave } from './leave';
import { ReasonField } from './reason-field';
import type { Areas } from './use-areas';
import { commonWords, schoolWords, usualReasons } from './words';
import './fields.css';

/** What is typed: like the draft of the contract, with an absent field where that says null. */
const left = {
  officialCode: NewSchool.shape.officialCode.unwrap().optional(),
  parentId: NewSchool.shape.parentId.unwrap().optional(),
  otherNames: NewSchool.shape.otherNames.default([]),
};
const Draft = z.object({ ...NewSchool.shape, ...left });
const Change = Draft.omit({ from: true });
type Typed = z.output<typeof Change>;

const renews = [getSchools, getSchool];

type FormProps = { readonly areas: Areas; readonly onLeave: () => void };

/** 新增学校. */
export function NewSchoolForm({ areas, onDone, onLeave }: FormProps & { readonly onDone: (school: SchoolView) => void }) {
  const w = useWords(schoolWords);
  const { language } = useLanguage();
  const tell = useTell();
  const { run } = useAction(addSchool, { renews });
  const save = async ({ from, ...typed }: z.output<typeof Draft>) => {
    const added = await run({ body: { ...bodyOf(typed), from } });
    tell.done(w.added(added.name));
    onDone(added);
  };
  return (
    <div className="area-form">
      <ZodForm
        schema={Draft}
        initial={{ kind: 'primary', firstGrade: 1, lastGrade: 6, otherNames: [], from: areas.today }}
        submit={w.addThis}
        onSubmit={save}
        beside={<Leave onLeave={onLeave} />}
      >
        <SchoolFields areas={areas} />
        <FormField name="from" label={w.openedOn}>
          <Input type="date" className="area-form-narrow" />
        </FormField>
        <ReasonField usual={usualReasons.add[language]} />
      </ZodForm>
    </div>
  );
}

type ChangeProps = FormProps & { readonly school: SchoolView; readonly onDone: () => void };

/** 修改学校: afterwards the former fields can be brought back. */
export function SchoolChangeForm({ school, areas, onDone, onLeave }: ChangeProps) {
  const w = useWords(schoolWords);
  const { language } = useLanguage();
  const undo = useUndo();
  const { run } = useAction(changeSchool, { renews });
  const { theirs, version, guarded } = useConflict(school);
  const factsOf = useSchoolFacts(areas);
  const save = async (typed: Typed) => {
    const before = theirs ?? school;
    const params = { id: school.id };
    const changed = await guarded(() => run({ params, body: { ...bodyOf(typed), version } }));
    const back = { ...bodyOf({ ...typedOf(before), reason: w.undoReason }), version: changed.version };
    undo({ says: w.changed(changed.name), undo: () => run({ params, body: back }) });
    onDone();
  };
  return (
    <div className="area-form">
      <ZodForm schema={Change} initial={typedOf(school)} submit={w.save} onSubmit={save} beside={<Leave onLeave={onLeave} />}>
        <SchoolFields areas={areas} self={school.id} />
        <ReasonField usual={usualReasons.change[language]} />
        {theirs ? <TheirVersion facts={factsOf(theirs)} /> : null}
      </ZodForm>
    </div>
  );
}

function SchoolFields({ areas, self }: { readonly areas: Areas; readonly self?: string }) {
  const w = useWords(schoolWords);
  const common = useWords(commonWords);
  const say = useSay();
  const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((grade) => ({ value: grade, label: String(grade) }));
  return (
    <>
      <FormField name="name" label={w.name}>
        <Input maxLength={40} />
      </FormField>
      <div className="area-pair">
        <FormField name="kind" label={w.kind}>
          <Select options={kindOptions(say)} />
        </FormField>
        <FormField name="firstGrade" label={w.firstGrade}>
          <Select options={grades} />
        </FormField>
        <FormField name="lastGrade" label={w.lastGrade}>
          <Select options={grades} />
        </FormField>
      </div>
      <KindFollows />
      <ParentField {...(self === undefined ? {} : { self })} />
      <FormField name="areaCode" label={w.place} hint={w.placeHint}>
        <Select
          options={placeOptions(areas.areas, areas.placeOf)}
          showSearch={{ optionFilterProp: ['label', 'value'] }}
          placeholder={common.choose}
        />
      </FormField>
      <FormField name="officialCode" label={w.code} hint={w.codeHint}>
        <Input inputMode="numeric" maxLength={20} />
      </FormField>
      <FormField name="otherNames" label={w.otherNames} hint={w.otherNamesHint}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </FormField>
    </>
  );
}

/** Another kind brings the grades it usually has; whoever knows better changes them. */
function KindFollows() {
  const form = Form.useFormInstance();
  const kind: SchoolKind | undefined = Form.useWatch('kind');
  const last = useRef<SchoolKind>(undefined);
  useEffect(() => {
    if (kind !== undefined && last.current !== undefined && kind !== last.current) {
      const { first: firstGrade, last: lastGrade } = usualGrades(kind);
      form.setFieldsValue({ firstGrade, lastGrade });
    }
    last.current = kind ?? last.current;
  }, [form, kind]);
  return null;
}

/** Only a teaching point belongs to a school, and only to one with primary grades. */
function ParentField({ self }: { readonly self?: string }) {
  const w = useWords(schoolWords);
  const common = useWords(commonWords);
  const kind: SchoolKind | undefined = Form.useWatch('kind');
  const when = kind === 'teaching-point';
  const primary = useAnswer(getSchools, { query: { kind: 'primary', size: 200 } }, { when });
  const nineYear = useAnswer(getSchools, { query: { kind: 'nine-year', size: 200 } }, { when });
  if (!when) return null;
  const schools = [...(primary.data?.rows ?? []), ...(nineYear.data?.rows ?? [])].filter(({ id }) => id !== self);
  return (
    <FormField name="parentId" label={w.parent} marks={false}>
      <Select
        options={schools.map(({ id, name }) => ({ value: id, label: name }))}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={common.choose}
      />
    </FormField>
  );
}

function bodyOf({ officialCode, parentId, ...typed }: Typed) {
  // What was chosen before the kind was changed stays in the form, and is not meant any more.
  const parent = typed.kind === 'teaching-point' ? (parentId ?? null) : null;
  return { ...typed, officialCode: officialCode ?? null, parentId: parent };
}

function typedOf(school: SchoolView) {
  const { name, kind, firstGrade, lastGrade, areaCode, otherNames, officialCode, parentId } = school;
  const known = { name, kind, firstGrade, lastGrade, areaCode, otherNames: [...otherNames] };
  return { ...known, ...(officialCode === null ? {} : { officialCode }), ...(parentId === null ? {} : { parentId }) };
}

function useSchoolFacts({ placeOf }: Areas) {
  const w = useWords(schoolWords);
  const say = useSay();
  return (school: SchoolView): readonly Fact[] => [
    { says: w.name, value: school.name },
    { says: w.kind, value: `${say(schoolKinds[school.kind].says)}，${w.gradesSays(school.firstGrade, school.lastGrade)}` },
    { says: w.place, value: placeOf(school.areaCode) },
    { says: w.code, value: school.officialCode ?? '—' },
    { says: w.otherNames, value: school.otherNames.join('、') || '—' },
  ];
}
