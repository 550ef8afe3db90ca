import { describe, expect, it } from 'vitest';
import { ChildStory, classA, classB } from '../testing/facts';

/** Enrolled and on a class list since September. */
const pupil = () => new ChildStory().enrolled('2024-09-01').listed('2024-09-02', 'present');
const called = (story: ChildStory, day: string, verdict: 'present' | 'absent' | 'leave', at = classA) => {
  story.tell(day, { kind: 'attendance', verdict, at }, { source: 'school' });
  return story;
};

describe('a roll', () => {
  it('moves a child that is in school from the first day away, and back on the first day there', () => {
    const story = called(called(called(pupil(), '2025-03-10', 'absent'), '2025-03-11', 'absent'), '2025-03-13', 'present');
    expect(story.said('2025-03-09')).toBe('in-school by on-class-list');
    expect(story.said('2025-03-10')).toBe('absence-followed by absent-from-class');
    expect(story.on('2025-03-12')).toMatchObject({ state: 'absence-followed', since: '2025-03-10', school: classA });
    expect(story.said('2025-03-13')).toBe('in-school by on-class-list');
  });

  it('is followed by what a later roll says of the same day', () => {
    const story = called(called(pupil(), '2025-03-10', 'absent'), '2025-03-10', 'leave');
    expect(story.said('2025-03-11')).toBe('on-leave by on-leave-today');
  });

  it('makes a suspected dropout of a child that was called on so many days and not there, and unmakes it when it is back', () => {
    const days = ['03', '04', '05', '06', '07', '10', '11'].map((day) => `2025-03-${day}`);
    const away = days.reduce((story, day, at) => called(story, day, at === 3 ? 'leave' : 'absent'), pupil());
    expect(away.said('2025-03-06')).toBe('on-leave by on-leave-today');
    expect(away.said('2025-03-10')).toBe('absence-followed by absent-from-class');
    expect(away.said('2025-03-11')).toBe('suspected-dropout by absent-for-long');
    expect(away.on('2025-03-11')).toMatchObject({ since: '2025-03-03', inRoll: true });
    expect(called(away, '2025-03-12', 'present').said('2025-03-12')).toBe('in-school by on-class-list');
    expect(called(away, '2025-03-13', 'absent').said('2025-03-13')).toBe('absence-followed by absent-from-class');
  });

  it('of another school, or of the school year before, says nothing', () => {
    expect(called(pupil(), '2025-03-10', 'absent', classB).said('2025-03-11')).toBe('in-school by on-class-list');
    const grown = called(pupil(), '2025-06-30', 'absent').enrolled('2025-09-01').listed('2025-09-01', 'present');
    expect(grown.said('2025-08-31')).toBe('absence-followed by absent-from-class');
    expect(grown.said('2025-09-01')).toBe('in-school by on-class-list');
  });

  it('moves nobody out of what has to be found out', () => {
    const asked = called(pupil().asked('2025-03-09'), '2025-03-10', 'present');
    expect(asked.on('2025-03-10').state).toBe('to-verify');
    expect(called(asked, '2025-03-11', 'leave').on('2025-03-11').state).toBe('to-verify');
    expect(called(new ChildStory().household('2024-09-01'), '2025-03-10', 'present').on('2025-03-10').state).toBe('unplaced');
  });
});
