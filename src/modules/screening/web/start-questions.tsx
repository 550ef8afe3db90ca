import { Button, Checkbox, Input, Select } from 'antd';
import { useSay, useWords } from '../../../ui/shared/language';
import { mostChoices, mostQuestions, type Question, questionKinds } from '../rules/questions';
import { suggestedFor } from '../rules/suggestions';
import { type Method, type Template, templateRules } from '../rules/templates';
import { kindSays, questionWords } from './question-words';

type QuestionsProps = {
  readonly template: Template;
  readonly method: Method;
  readonly questions: readonly Question[];
  readonly onChange: (questions: readonly Question[]) => void;
};

/** Questions of the bureau's own, beside those that every campaign asks; those that fit are proposed. */
export function StartQuestions({ template, method, questions, onChange }: QuestionsProps) {
  const w = useWords(questionWords);
  const suggested = suggestedFor(template, method).filter(({ text }) => !questions.some((one) => one.text === text));
  const add = (question: Question) => onChange([...questions, question]);
  const full = questions.length >= mostQuestions;
  return (
    <fieldset className="nol-screening-field">
      <legend>{w.title}</legend>
      <p className="nol-screening-by">
        {method === 'home' ? w.atHome : w.inClass}
        {templateRules[template].marks ? ` ${w.marked}` : ''}
      </p>
      {questions.map((question, at) => (
        <OneQuestion
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place; its text is being typed.
          key={at}
          no={at + 1}
          question={question}
          onChange={(changed) => onChange(questions.map((one, place) => (place === at ? changed : one)))}
          onRemove={() => onChange(questions.filter((_, place) => place !== at))}
        />
      ))}
      {full ? <p className="nol-screening-by">{w.full}</p> : null}
      <div className="nol-screening-foot">
        <Button disabled={full} onClick={() => add({ text: '', kind: 'yes-no', choices: [], must: false })}>
          {w.add}
        </Button>
        {full
          ? null
          : suggested.map((question) => (
              <Button key={question.text} type="dashed" onClick={() => add(question)}>
                {w.suggested(question.text)}
              </Button>
            ))}
      </div>
    </fieldset>
  );
}

type OneProps = {
  readonly no: number;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  readonly onRemove: () => void;
};

function OneQuestion({ no, question, onChange, onRemove }: OneProps) {
  const w = useWords(questionWords);
  const say = useSay();
  const { text, kind, choices, must } = question;
  return (
    <div className="nol-screening-question">
      <Input
        aria-label={w.number(no)}
        placeholder={w.number(no)}
        value={text}
        maxLength={60}
        autoFocus={text === ''}
        onChange={({ target }) => onChange({ ...question, text: target.value })}
      />
      <Select
        aria-label={w.kind(no)}
        value={kind}
        onChange={(value) => onChange({ ...question, kind: value, choices: value === 'choice' ? choices : [] })}
        options={questionKinds.map((value) => ({ value, label: say(kindSays[value]) }))}
      />
      <Checkbox checked={must} onChange={({ target }) => onChange({ ...question, must: target.checked })}>
        {w.must}
      </Checkbox>
      <Button type="link" aria-label={w.remove(no)} onClick={onRemove}>
        {w.removeShort}
      </Button>
      {kind === 'choice' ? (
        <Select
          aria-label={w.choices(no)}
          placeholder={w.choices(no)}
          className="nol-screening-choices"
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={mostChoices}
          value={[...choices]}
          onChange={(words) => onChange({ ...question, choices: words.map((word) => word.trim().slice(0, 20)) })}
        />
      ) : null}
    </div>
  );
}
