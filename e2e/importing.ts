import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { seedPlaces } from '../src/app/accounts/testing/office';
import { works } from '../src/app/wiring';
import { type JobRunner, startJobs } from '../src/platform/jobs';
import { journeys } from './browser';
import { type ServedOffice, signIn, startOffice } from './office';

/** A refused request is a line in the console of every browser. */
const refused = [/status of 4\d\d/];

/** A county in which lists are brought, with its jobs at work. */
export type ImportOffice = {
  /** the running office */ readonly office: () => ServedOffice;
  /** a page on which this person has signed in */ signedIn(login?: string, at?: string): Promise<Page>;
};

/** Call once in a file of journeys: two officers and a teacher, and a server for them. */
export function importOffice(): ImportOffice {
  let served: ServedOffice | undefined;
  let jobs: JobRunner | undefined;
  const office = () => {
    if (!served) throw new Error('the office has not been opened');
    return served;
  };
  beforeAll(async () => {
    served = await startOffice({ demo: true, wakeJobs: () => jobs?.wake() });
    await seedPlaces(served.house);
    for (const login of ['officer', 'colleague']) await served.person(login, 'bureau-officer');
    await served.person('teacher', 'class-teacher');
    const { db, ring, files } = served.house;
    const house = { ring, files, wakeJobs: () => undefined };
    jobs = startJobs({ db, house, works, onFault: (error) => served?.faults.push(error) });
  }, 120_000);
  afterAll(async () => {
    await jobs?.stop();
    await served?.stop();
  });
  const { visit } = journeys();
  const signedIn = async (login = 'officer', at = '/') => {
    const page = await visit(`${office().address}${at}`, 'desktop', refused);
    await signIn(page, login);
    return page;
  };
  return { office, signedIn };
}

/** The step that is shown, by its heading; a list takes its time to be read. */
export async function atStep(page: Page, says: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 2, name: says }).waitFor({ timeout: 30_000 });
}

/** Chooses a file on the first step and has it checked: two interactions. */
export async function check(page: Page, file: string): Promise<void> {
  await page.goto(new URL('/import', page.url()).href);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '检查这份名册' }).click();
}

/** The button that lets a list count. */
export function takes(page: Page) {
  return page.getByRole('button', { name: /^导入 [\d,]+ 行$/ });
}

/** Answers what is asked before a list counts, if anything is. */
export async function giveReason(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog
    .or(page.getByRole('heading', { level: 2, name: /^已导入/ }))
    .first()
    .waitFor({ timeout: 30_000 });
  if (!(await dialog.isVisible())) return;
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: /^导入/ }).click();
}

/** What counts of the household list: its rows and its day, as the page of lists says it. */
export async function inUse(page: Page): Promise<string> {
  await page.goto(new URL('/registers', page.url()).href);
  const strip = page.getByRole('region', { name: '现在使用的名册' });
  await strip
    .getByText(/行|还没有/)
    .first()
    .waitFor();
  return (await strip.locator('.nol-import-figure').first().locator('dd').innerText()).trim();
}
