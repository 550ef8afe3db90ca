import { describe, expect, it } from 'vitest';
import { ChildStory, classA, classB } from '../testing/facts';
import { defaultPolicy } from './policy';
import { standingOn } from './standing-on';

const day = '2025-04-10';
const story = (birth?: string | null) => new ChildStory(birth);
const listedChild = () => story().household('2025-03-01');
const pupil = () => listedChild().enrolled('2025-03-03');

describe('a child of whom nothing is known', () => {
  it('is 未落实 when the household register has it and nothing else does', () => {
    const standing = listedChild().on(day);
    expect(standing).toMatchObject({ state: 'unplaced', inRoll: true, rule: 'nothing-known', since: '2025-03-01' });
    expect(standing.provenBy).toEqual(['f0001']);
    expect(standing.missing[0]).toContain('enrolment');
  });

  it('is 未落实 even without any fact, and stands in the grids of nowhere', () => {
    expect(story().on(day)).toMatchObject({ state: 'unplaced', area: '211324/~/~/', school: '211324/~/~/' });
  });

  it('is asked for an assessment of its placement when it is on the list of disabled children', () => {
    const child = listedChild();
    child.tell('2025-03-01', { kind: 'disability', listed: true });
    expect(child.on(day).missing[0]).toContain('placement-assessment');
  });

  it('stays 未落实 when a question is sent out: asking places nobody', () => {
    expect(listedChild().asked('2025-03-10').said(day)).toBe('unplaced by nothing-known');
  });

  it('waits as 待核实 while somebody must decide whether an enrolment is its own', () => {
    const child = listedChild();
    child.tell('2025-03-05', { kind: 'review', pair: 'p1', open: true }, { source: 'bureau' });
    expect(child.said(day)).toBe('to-verify by review-open');
    child.tell('2025-03-09', { kind: 'review', pair: 'p1', open: false }, { source: 'bureau' });
    expect(child.said(day)).toBe('unplaced by nothing-known');
  });
});

describe('school age', () => {
  it('begins on 1 September after the sixth birthday, with 31 August still in time', () => {
    expect(story('2018-08-31').household('2024-01-01').said('2024-08-31')).toBe('too-young by too-young');
    expect(story('2018-08-31').household('2024-01-01').said('2024-09-01')).toBe('unplaced by nothing-known');
    expect(story('2018-09-01').household('2024-01-01').said('2025-08-31')).toBe('too-young by too-young');
  });

  it('ends after nine years for whom no school has, and says what it has not seen', () => {
    expect(story('2009-09-01').household('2024-01-01').said('2025-08-31')).toBe('unplaced by nothing-known');
    expect(story('2009-09-01').household('2024-01-01').on('2025-09-01')).toMatchObject({
      state: 'finished',
      rule: 'over-age',
      since: '2025-09-01',
      missing: [['graduation']],
    });
  });

  it('counts children born on 29 February like any other', () => {
    expect(story('2012-02-29').household('2024-01-01').on('2025-02-28').state).toBe('unplaced');
  });

  it('keeps whoever is over age and still enrolled', () => {
    expect(story('2008-03-03').household('2024-01-01').enrolled('2024-09-01', { stage: 'junior' }).on(day)).toMatchObject({
      state: 'in-school',
      inRoll: true,
    });
    expect(story('2008-03-03').enrolled('2024-09-01', { state: 'left' }).said(day)).toBe('unplaced by left-school');
    expect(story('2008-03-03').verified('2025-01-10', 'suspended', ['approval', 'medical-certificate']).said(day)).toBe(
      'suspended by accepted-and-proven',
    );
  });

  it('takes in whoever is enrolled before its time', () => {
    expect(story('2019-02-02').enrolled('2024-09-01').on(day)).toMatchObject({ state: 'in-school', inRoll: true });
  });

  it('keeps children whose birth day is missing or impossible, as 待核实 until somebody places them', () => {
    expect(story(null).household('2025-03-01').said(day)).toBe('to-verify by birth-unknown');
    expect(story('2013-02-29').household('2025-03-01').said(day)).toBe('to-verify by birth-unknown');
    expect(story('2031-05-05').household('2025-03-01').said(day)).toBe('to-verify by birth-unknown');
    expect(story(null).enrolled('2025-03-03').listed('2025-03-05', 'present').on(day).state).toBe('in-school');
  });

  it('is over for who has finished junior school, and not for who has finished primary school', () => {
    const junior = story('2010-02-02').enrolled('2024-09-01', { stage: 'junior' });
    junior.enrolled('2025-06-30', { stage: 'junior', state: 'graduated' });
    expect(junior.said('2025-07-10')).toBe('finished by graduated-junior');
    const primary = pupil().enrolled('2025-06-30', { state: 'graduated' });
    expect(primary.said('2025-07-10')).toBe('in-school by between-schools');
    expect(primary.said('2025-09-01')).toBe('to-verify by not-entered-junior');
    expect(primary.enrolled('2025-09-05', { row: 'e2', stage: 'junior', at: classB }).on('2025-09-10')).toMatchObject({
      state: 'in-school',
      school: classB,
    });
  });
});

describe('registers', () => {
  it('place a child that is enrolled and on the class list', () => {
    expect(pupil().listed('2025-03-05', 'present').on(day)).toMatchObject({
      ...{ state: 'in-school', rule: 'on-class-list', since: '2025-03-05', missing: [] },
      ...{ provenBy: ['f0003', 'f0002'], school: classA },
    });
  });

  it('place an enrolled child whose school gave no list, and say that the list is missing', () => {
    expect(pupil().listed('2025-03-05', 'no-list').on(day)).toMatchObject({
      ...{ state: 'in-school', rule: 'enrolled-without-list', missing: [['class-list']] },
    });
    const strict = { ...defaultPolicy, enrolmentAlone: { ...defaultPolicy.enrolmentAlone, value: 'to-verify' as const } };
    expect(standingOn(pupil().child, day, strict).state).toBe('to-verify');
  });

  it('put to question who is enrolled and on no class list', () => {
    expect(pupil().listed('2025-03-05', 'absent').on(day)).toMatchObject({
      ...{ state: 'to-verify', rule: 'absent-from-list', since: '2025-03-05', school: classA },
    });
  });

  it('place a child that sits in a class without an enrolment, and ask for the enrolment', () => {
    expect(listedChild().listed('2025-03-05', 'present', classB).on(day)).toMatchObject({
      ...{ state: 'in-school', rule: 'on-class-list-unregistered', missing: [['enrolment']], school: classB },
    });
  });

  it('find a child at the other school when both lists are of one collection', () => {
    const child = pupil().listed('2025-03-05', 'present', classB).listed('2025-03-10', 'absent', classA);
    expect(child.on(day)).toMatchObject({ state: 'in-school', school: classB });
    const old = pupil().listed('2025-01-05', 'present', classB).listed('2025-03-10', 'absent', classA);
    expect(old.said(day)).toBe('to-verify by absent-from-list');
  });

  it('take enrolments for special schools and home teaching at their word, and ask for what proves them', () => {
    expect(pupil().enrolled('2025-03-04', { placement: 'special-school' }).on(day).state).toBe('special-school');
    const taught = listedChild().enrolled('2025-03-03', { placement: 'home-teaching' }).listed('2025-03-05', 'absent');
    expect(taught.on(day)).toMatchObject({ state: 'home-teaching', missing: [['placement-assessment']] });
  });

  it('leave a 转出 as 待核实 until another school has the child or a proof is accepted', () => {
    const child = pupil().enrolled('2025-03-20', { state: 'transferred-out' });
    expect(child.on(day)).toMatchObject({ state: 'to-verify', rule: 'transfer-unconfirmed', school: classA });
    expect(child.enrolled('2025-04-01', { row: 'e2', at: classB }).on(day)).toMatchObject({ state: 'in-school', school: classB });
  });

  it('do not prove a suspension, a death or a departure', () => {
    expect(pupil().enrolled('2025-03-20', { state: 'suspended' }).said(day)).toBe('to-verify by suspension-unproven');
    expect(pupil().enrolled('2025-03-20', { state: 'dead' }).said(day)).toBe('to-verify by enrolment-says-gone');
    expect(story().household('2025-03-01', 'dead').said(day)).toBe('to-verify by household-says-gone');
    expect(story().household('2025-03-01', 'moved-out').said(day)).toBe('to-verify by household-says-gone');
    expect(pupil().household('2025-04-01', 'gone').on(day).state).toBe('in-school');
  });

  it('question a dead child that sits in a class, and trust the class about who has moved', () => {
    expect(pupil().listed('2025-03-05', 'present').household('2025-03-09', 'dead').on(day).state).toBe('to-verify');
    expect(pupil().listed('2025-03-05', 'present').household('2025-03-09', 'missing').on(day).state).toBe('in-school');
  });

  it('count a school-less departure as 未落实', () => {
    expect(pupil().enrolled('2025-03-20', { state: 'left' }).said(day)).toBe('unplaced by left-school');
    expect(pupil().enrolled('2025-03-20', { state: 'gone' }).said(day)).toBe('unplaced by nothing-known');
  });

  it('hold a class list for its school year and the days of grace', () => {
    const child = listedChild().listed('2025-03-05', 'present');
    expect(child.on('2025-09-30').state).toBe('in-school');
    expect(child.said('2025-10-01')).toBe('to-verify by list-outdated');
  });

  it('change nothing when the same list comes again', () => {
    const once = pupil().listed('2025-03-05', 'absent');
    const again = pupil().listed('2025-03-05', 'absent').enrolled('2025-04-03').household('2025-04-03');
    expect(again.said(day)).toBe(once.said(day));
    expect(again.on(day).since).toBe('2025-03-05');
  });
});

describe('answers of the field', () => {
  const doubtful = () => pupil().listed('2025-03-05', 'absent').asked('2025-03-10');

  it('count when the bureau has accepted them, and not before', () => {
    const child = doubtful();
    const answer = child.answered('2025-03-12', 'out-of-province', ['enrolment-elsewhere']);
    expect(child.said('2025-03-13')).toBe('to-verify by absent-from-list');
    child.decided('2025-03-15', answer);
    expect(child.said('2025-03-14')).toBe('to-verify by absent-from-list');
    expect(child.on('2025-03-15')).toMatchObject({ state: 'elsewhere', rule: 'accepted-and-proven', since: '2025-03-15' });
    expect(child.on('2025-03-15').provenBy).toEqual(['f0005', 'f0006']);
  });

  it('prove nothing without a proof, even when accepted', () => {
    const child = listedChild().verified('2025-03-15', 'out-of-province', ['home-visit']);
    expect(child.on(day)).toMatchObject({ state: 'to-verify', rule: 'answer-unproven' });
    expect(child.on(day).missing).toEqual([['receiving-school', 'enrolment-elsewhere', 'school-certificate']]);
  });

  it('run out: a place elsewhere must be proven again', () => {
    const child = listedChild().verified('2025-03-15', 'in-province', ['school-certificate']);
    expect(child.on('2025-09-11').state).toBe('elsewhere');
    expect(child.on('2025-09-12')).toMatchObject({ state: 'to-verify', rule: 'proof-expired', since: '2025-09-12' });
  });

  it('run out on the day the document names, when that is sooner', () => {
    const child = listedChild();
    const answer = child.answered('2025-03-12', 'deferred', ['approval', 'medical-certificate']);
    child.tell('2025-03-15', { kind: 'decision', answer, verdict: 'accepted', validUntil: '2025-08-31' }, { source: 'bureau' });
    expect(child.on('2025-08-31').state).toBe('deferred');
    expect(child.said('2025-09-01')).toBe('to-verify by proof-expired');
  });

  it('take a child out of the roll with proof only', () => {
    expect(listedChild().verified('2025-03-15', 'dead', ['death-record']).on(day)).toMatchObject({
      state: 'dead',
      inRoll: false,
    });
    expect(listedChild().verified('2025-03-15', 'abroad', ['police-answer']).on(day).state).toBe('abroad');
    expect(listedChild().verified('2025-03-15', 'no-such-person', ['home-visit']).on(day).state).toBe('to-verify');
    expect(listedChild().verified('2025-03-15', 'moved-away', ['police-answer']).on(day).state).toBe('to-verify');
    expect(listedChild().verified('2025-03-15', 'moved-away', ['police-answer', 'receiving-school']).on(day).state).toBe(
      'moved-away',
    );
  });

  it('leave nobody in a class who is out of the roll, and keep who is elsewhere with the school of its enrolment', () => {
    const gone = pupil().verified('2025-03-15', 'dead', ['death-record']);
    expect(gone.on(day).school).toBe('211324/~/~/');
    const away = pupil();
    const proofs = ['receiving-school'] as const;
    const answer = away.tell('2025-03-12', { kind: 'answer', task: 't1', outcome: 'in-province', proofs, at: '211381/x/y/' });
    expect(away.decided('2025-03-15', answer).on(day)).toMatchObject({ state: 'elsewhere', school: classA });
  });

  it('do not end schooling at ten', () => {
    expect(listedChild().verified('2025-03-15', 'over-age-left').said(day)).toBe('to-verify by finished-too-early');
  });

  it('give way to a later sign of the child', () => {
    const back = listedChild().verified('2025-03-15', 'out-of-province', ['enrolment-elsewhere']).enrolled('2025-04-01');
    expect(back.on(day).state).toBe('in-school');
    const seen = listedChild().verified('2025-03-15', 'dead', ['death-record']).listed('2025-04-01', 'present');
    expect(seen.said(day)).toBe('to-verify by seen-after-death');
  });

  it('explain a later absence and a later 转出 from the same school', () => {
    const child = doubtful().verified('2025-03-15', 'out-of-province', ['enrolment-elsewhere']);
    child.listed('2025-04-02', 'absent').enrolled('2025-04-03', { state: 'transferred-out' });
    expect(child.on(day).state).toBe('elsewhere');
  });

  it('do not explain the 转出 of a child that had come back in between', () => {
    const child = listedChild().verified('2025-01-15', 'out-of-province', ['enrolment-elsewhere']).enrolled('2025-02-20');
    expect(child.enrolled('2025-03-20', { state: 'transferred-out' }).said(day)).toBe('to-verify by transfer-unconfirmed');
  });

  it('go back to what was before when the bureau takes its acceptance back', () => {
    const child = listedChild();
    const answer = child.answered('2025-03-12', 'out-of-province', ['enrolment-elsewhere']);
    child.decided('2025-03-15', answer).decided('2025-04-01', answer, 'sent-back');
    expect(child.on('2025-03-31').state).toBe('elsewhere');
    expect(child.said(day)).toBe('unplaced by nothing-known');
  });

  it('count as not schooled before anybody accepts it: bad news needs no approval', () => {
    const child = pupil().listed('2025-03-05', 'present');
    const answer = child.answered('2025-03-20', 'dropped-out', [], 'village');
    expect(child.said(day)).toBe('to-verify by told-not-schooled');
    child.decided('2025-04-01', answer);
    expect(child.said(day)).toBe('unplaced by confirmed-not-schooled');
    child.listed('2025-04-05', 'present');
    expect(child.said(day)).toBe('to-verify by back-unconfirmed');
    child.verified('2025-04-08', 'in-county-enrolled', ['home-visit']);
    expect(child.said(day)).toBe('in-school by accepted-and-proven');
  });
});

describe('corrections', () => {
  it('undo a batch as if it had never come', () => {
    const child = listedChild();
    child.tell('2025-03-05', { kind: 'class-list', at: classA, answer: 'present' }, { batch: 'b7' });
    expect(child.on(day).state).toBe('in-school');
    child.tell('2025-04-01', { kind: 'withdrawn', of: 'b7' }, { source: 'bureau', id: 'w1' });
    expect(child.said('2025-03-20')).toBe('unplaced by nothing-known');
    child.tell('2025-04-02', { kind: 'withdrawn', of: 'w1' }, { source: 'bureau' });
    expect(child.on(day).state).toBe('in-school');
  });

  it('follow the child from village to village by the day', () => {
    const child = listedChild();
    child.tell('2025-03-01', { kind: 'home', area: '211324/t1/v1/' });
    child.tell('2025-04-01', { kind: 'home', area: '211324/t2/v3/' });
    expect(child.on('2025-03-31').area).toBe('211324/t1/v1/');
    expect(child.on('2025-04-01').area).toBe('211324/t2/v3/');
  });
});

it('answers with 待核实 for a text that is no day', () => {
  expect(listedChild().on('yesterday')).toMatchObject({ state: 'to-verify', rule: 'unreadable-day', inRoll: true });
});
