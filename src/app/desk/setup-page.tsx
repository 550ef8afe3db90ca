import { Input } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { useAnswer } from '../../ui/desk/answers';
import { Loaded } from '../../ui/desk/loaded';
import { EmptyState } from '../../ui/desk/states';
import { FormField, ZodForm } from '../../ui/desk/zod-form';
import { useSay, useWords } from '../../ui/shared/language';
import { useCall } from '../../ui/shared/server-context';
import { getSetup, type Session } from '../../ui/shared/session';
import { SetupAsk } from '../accounts/accounts-contract';
import { type Slip, setUp } from '../accounts/web/calls';
import { Slips } from '../accounts/web/slips';
import { setupWords } from './setup-words';
import { SignInFrame } from './sign-in-frame';

const founders = ['system-admin', 'security-admin', 'audit-admin', 'bureau-leader'] as const;
type Founder = (typeof founders)[number];

/** Where the first four people of a county are appointed, with the secret that the program prints on its console (SEC-06). */
export function SetupPage({ session }: { readonly session: Session }) {
  const w = useWords(setupWords);
  const answer = useAnswer(getSetup, {}, { when: !session.demo });
  const [slips, setSlips] = useState<readonly Slip[]>();
  if (slips) {
    return (
      <div className="nol-setup-slips">
        <Slips slips={slips} leave={w.toSignIn} onLeave={() => location.replace('/')} />
      </div>
    );
  }
  const closed = <EmptyState says={w.closed} why={w.closedWhy} next={<a href="/">{w.toSignIn}</a>} />;
  return (
    <SignInFrame session={session} title={w.title} wide>
      {session.demo ? closed : <Loaded answers={[answer]}>{answer.data?.open ? <SetupForm onDone={setSlips} /> : closed}</Loaded>}
    </SignInFrame>
  );
}

function SetupForm({ onDone }: { readonly onDone: (slips: readonly Slip[]) => void }) {
  const w = useWords(setupWords);
  const say = useSay();
  const call = useCall();
  const send = async (body: z.output<typeof SetupAsk>) => {
    const { invitations } = await call(setUp, { body });
    onDone(invitations.map(({ says, role: _, ...slip }) => ({ ...slip, unit: say(says) })));
  };
  return (
    <ZodForm schema={SetupAsk} submit={w.submit} onSubmit={send}>
      <p className="nol-sign-in-why">{w.why}</p>
      <FormField name="secret" label={w.secret} hint={w.secretHint}>
        <Input className="nol-setup-secret" autoComplete="off" spellCheck={false} autoFocus maxLength={60} />
      </FormField>
      <div className="nol-setup-founders">
        {founders.map((founder) => (
          <FounderFields key={founder} founder={founder} />
        ))}
      </div>
    </ZodForm>
  );
}

function FounderFields({ founder }: { readonly founder: Founder }) {
  const w = useWords(setupWords);
  return (
    <fieldset className="nol-setup-founder">
      <legend>{w[founder]}</legend>
      <p className="nol-sign-in-why">{w[`${founder}-why`]}</p>
      <FormField name={`founders.${founder}.name`} label={w.name}>
        <Input maxLength={40} autoComplete="off" />
      </FormField>
      <FormField name={`founders.${founder}.unit`} label={w.unit}>
        <Input maxLength={60} autoComplete="off" />
      </FormField>
      <FormField name={`founders.${founder}.login`} label={w.login}>
        <Input maxLength={40} autoComplete="off" spellCheck={false} />
      </FormField>
    </fieldset>
  );
}
