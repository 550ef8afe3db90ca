import { describe, expect, it } from 'vitest';
import { schoolAgeCohort } from './school-age';

describe('the cohort of compulsory school age', () => {
  it('holds nine birth years for the spring of 2025', () => {
    expect(schoolAgeCohort('2025-03-01')).toEqual({ schoolYear: '2024-2025', from: '2009-09-01', to: '2018-08-31' });
  });

  it('moves on by one year on 1 September, not on 31 August', () => {
    expect(schoolAgeCohort('2025-08-31').to).toBe('2018-08-31');
    expect(schoolAgeCohort('2025-09-01').to).toBe('2019-08-31');
  });

  it('refuses what is not a day', () => {
    expect(() => schoolAgeCohort('2025-02-30')).toThrow('not a day');
  });
});
