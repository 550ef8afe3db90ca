import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes } from '../../standing/index';
import { answerGroupNames, answerGroups, mayAnswer, outcomesFor } from './answer';
import { isDueDay, isOverdue, usualDueDay } from './deadline';
import { paperKind, withoutTraces } from './image';
import { openSteps, type TaskViewer, taskFault, taskMoves, taskStates, taskSteps } from './task-states';
import { answerers, officeOf, unitFor } from './units';

const viewer = fc.record<TaskViewer>({ asked: fc.boolean(), bureau: fc.boolean(), answered: fc.boolean() });

describe('a step', () => {
  it('is open exactly where its row of the table says, to whom it says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...taskSteps), fc.constantFrom(...taskStates), viewer, (step, state, who) => {
        const from: readonly string[] = taskMoves[step].from;
        const decides = step !== 'answer';
        const allowed = from.includes(state) && (decides ? who.bureau : who.asked);
        const own = (step === 'accept' || step === 'send-back') && who.answered;
        expect(taskFault(step, state, who) === undefined).toBe(allowed && !own);
        expect(openSteps(state, who).includes(step)).toBe(allowed && !own);
      }),
    );
  });

  it('never lets whoever was asked close a question', () => {
    for (const step of taskSteps)
      for (const state of taskStates)
        if (taskFault(step, state, { asked: true, bureau: false, answered: false }) === undefined)
          expect([step, taskMoves[step].to]).toEqual(['answer', 'answered']);
  });
});

describe('outcomes', () => {
  it('are each in exactly one group, so that whoever answers finds all of them', () => {
    const grouped = answerGroupNames.flatMap((group) => answerGroups[group]);
    expect([...grouped].sort()).toEqual(Object.keys(outcomes).sort());
    expect(new Set(grouped).size).toBe(grouped.length);
  });

  it('about how a household is registered are not a school’s to give', () => {
    expect(mayAnswer('empty-household', 'school')).toBe(false);
    expect(mayAnswer('empty-household', 'village')).toBe(true);
    for (const as of answerers) for (const group of answerGroupNames) expect(outcomesFor(group, as).length).toBeGreaterThan(0);
  });
});

describe('whom to ask', () => {
  const county = '211324';
  const area = '211324/211324101/211324101201/';
  const school = '211324/s/c/';
  it('is the village of a child in no school, the class of an enrolled one, and the bureau where nothing is known', () => {
    expect(unitFor('not-enrolled', { county, area, school: '' })).toEqual({ tree: 'area', path: area });
    expect(unitFor('absent', { county, area, school })).toEqual({ tree: 'school', path: school });
    expect(unitFor('absent', { county, area, school: '' })).toEqual({ tree: 'area', path: area });
    expect(unitFor('absent', { county, area: '', school: '' })).toEqual({ tree: 'area', path: '211324/' });
  });
  it('belongs to an office: a school, a township, or the county', () => {
    expect(officeOf({ tree: 'area', path: area }).path).toBe('211324/211324101/');
    expect(officeOf({ tree: 'school', path: school }).path).toBe('211324/s/');
    expect(officeOf({ tree: 'area', path: '211324/' }).path).toBe('211324/');
  });
});

it('gives ten days where nobody names a day, and takes none in the past or beyond two months', () => {
  expect(usualDueDay('2025-03-25')).toBe('2025-04-04');
  expect([isDueDay('2025-03-10', '2025-03-10'), isDueDay('2025-03-10', '2025-03-09')]).toEqual([true, false]);
  expect([isDueDay('2025-03-10', '2025-05-09'), isDueDay('2025-03-10', '2025-05-10')]).toEqual([true, false]);
  expect([isOverdue('2025-03-10', '2025-03-10', true), isOverdue('2025-03-10', '2025-03-11', true)]).toEqual([false, true]);
  expect(isOverdue('2025-03-10', '2025-03-11', false)).toBe(false);
});

describe('a photograph', () => {
  const segment = (marker: number, ...body: number[]) => [0xff, marker, 0, body.length + 2, ...body];
  const picture = [0xff, 0xd8, ...segment(0xe0, 1), ...segment(0xe1, 9, 9, 9), ...segment(0xdb, 2), ...segment(0xda, 3)];
  const scan = [5, 0xff, 0x00, 6, 0xff, 0xd0, 7];
  const jpeg = Uint8Array.from([
    ...picture,
    ...scan,
    ...segment(0xc4, 4),
    ...segment(0xda, 3),
    8,
    0xff,
    0xd9,
    0xff,
    0xd8,
    0xff,
    0xe1,
  ]);

  it('loses what the camera wrote beside it and what hangs behind it, and nothing of the picture', () => {
    const whole = [0xff, 0xd8, ...segment(0xe0, 1), ...segment(0xdb, 2), ...segment(0xda, 3), ...scan];
    const kept = [...whole, ...segment(0xc4, 4), ...segment(0xda, 3), 8, 0xff, 0xd9];
    expect(paperKind(jpeg)).toBe('image/jpeg');
    expect([...(withoutTraces(jpeg, 'image/jpeg') ?? [])]).toEqual(kept);
    expect([...(withoutTraces(Uint8Array.from(kept), 'image/jpeg') ?? [])]).toEqual(kept);
  });

  it('that did not arrive whole is refused, wherever it was cut', () => {
    for (let end = 3; end < jpeg.length - 4; end++)
      expect(withoutTraces(jpeg.slice(0, end), 'image/jpeg'), `${end}`).toBeUndefined();
  });

  it('as PNG keeps the chunks that draw', () => {
    const chunk = (name: string, ...body: number[]) => [0, 0, 0, body.length, ...Buffer.from(name), ...body, 0, 0, 0, 0];
    const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    const png = Uint8Array.from([
      ...head,
      ...chunk('IHDR', 1),
      ...chunk('eXIf', 9),
      ...chunk('tEXt', 9),
      ...chunk('IDAT', 2),
      ...chunk('IEND'),
    ]);
    expect(paperKind(png)).toBe('image/png');
    expect([...(withoutTraces(png, 'image/png') ?? [])]).toEqual([
      ...head,
      ...chunk('IHDR', 1),
      ...chunk('IDAT', 2),
      ...chunk('IEND'),
    ]);
    expect(withoutTraces(png.slice(0, -2), 'image/png')).toBeUndefined();
  });

  it('as WebP loses its EXIF, and its header says so', () => {
    const chunk = (name: string, ...body: number[]) => [...Buffer.from(name), body.length, 0, 0, 0, ...body];
    const file = (...chunks: number[][]) => {
      const body = chunks.flat();
      return Uint8Array.from([...Buffer.from('RIFF'), body.length + 4, 0, 0, 0, ...Buffer.from('WEBP'), ...body]);
    };
    const webp = file(chunk('VP8X', 0b1100, 0), chunk('VP8 ', 1, 2), chunk('EXIF', 9, 9), chunk('XMP ', 9, 9));
    expect([...(withoutTraces(webp, 'image/webp') ?? [])]).toEqual([...file(chunk('VP8X', 0, 0), chunk('VP8 ', 1, 2))]);
  });

  it('never stops the program, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('jpeg', 'png', 'webp'), (bytes, name) => {
        const heads = {
          jpeg: [0xff, 0xd8, 0xff],
          png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
          webp: [...Buffer.from('RIFF0000WEBP')],
        };
        const file = Uint8Array.from([...heads[name as 'jpeg'], ...bytes]);
        const kind = paperKind(file);
        if (kind) expect((withoutTraces(file, kind)?.length ?? 0) <= file.length).toBe(true);
      }),
    );
  });

  it('is known by its bytes: a program with the name of a photograph is none', () => {
    expect(paperKind(Uint8Array.from(Buffer.from('MZ\u0090')))).toBeUndefined();
    expect(paperKind(Uint8Array.from(Buffer.from('<svg xmlns=')))).toBeUndefined();
    expect(paperKind(Uint8Array.from(Buffer.from('%PDF-1.7')))).toBe('application/pdf');
  });
});
