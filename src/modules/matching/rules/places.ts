import { className, type Gazetteer, pathOfCode, readClassName, type School, type SchoolClass } from '../../area/index';

/** What a row says of a child's school, as its list writes it. */
export type SchoolTexts = { readonly code: string; readonly name: string; readonly grade: string; readonly className: string };

/** Where a row puts a child in the school tree; '' and 0 where nothing of the county fits. */
export type Schooling = {
  /** of the class where it is known, else of the school */ readonly path: string;
  readonly school: string;
  readonly className: string;
  readonly grade: number;
};

/** The places of the county, arranged for looking up what rows say. */
export type Places = {
  /** township and village as registers clean them → path in the area tree, '' where nobody finds it */
  home(township: string, village: string): string;
  /** `unit` is the path of the school whose own list the row stands in, '' for a list of the county */
  schooling(texts: SchoolTexts, unit: string): Schooling;
};

export type PlaceTables = {
  readonly gazetteer: Gazetteer;
  readonly schools: readonly School[];
  readonly classes: readonly SchoolClass[];
  readonly schoolYear: string;
};

/** Look-ups over the tables of one school year; each text is worked out once. */
export function placesOf({ gazetteer, schools, classes, schoolYear }: PlaceTables): Places {
  const homes = new Map<string, string>();
  for (const [code, { township, village }] of gazetteer.codes) homes.set(`${township}|${village}`, pathOfCode(code));
  const known = new SchoolTable(schools, classes, schoolYear);
  const schoolings = new Map<string, Schooling>();
  return {
    home: (township, village) => homes.get(`${township}|${village}`) ?? homes.get(`${township}|`) ?? '',
    schooling: (texts, unit) => {
      const key = JSON.stringify([texts.code, texts.name, texts.grade, texts.className, unit]);
      const found = schoolings.get(key) ?? known.find(texts, unit);
      schoolings.set(key, found);
      return found;
    },
  };
}

class SchoolTable {
  private readonly byName = new Map<string, School | undefined>();
  private readonly byCode = new Map<string, School>();
  private readonly byPath = new Map<string, School>();
  private readonly classes = new Map<string, SchoolClass>();

  constructor(
    schools: readonly School[],
    classes: readonly SchoolClass[],
    private readonly schoolYear: string,
  ) {
    for (const school of schools) {
      this.byPath.set(school.path, school);
      if (school.until !== null) continue;
      if (school.officialCode !== null) this.byCode.set(school.officialCode, school);
      // Two schools of one name: the name alone does not say which.
      for (const name of new Set([school.name, ...school.otherNames].map(plain)))
        this.byName.set(name, this.byName.has(name) ? undefined : school);
    }
    for (const one of classes)
      if (one.schoolYear === schoolYear)
        for (const grade of one.grades) this.classes.set(`${one.schoolId}|${grade}|${one.number}`, one);
  }

  find(texts: SchoolTexts, unit: string): Schooling {
    const school = this.byCode.get(texts.code) ?? this.byName.get(plain(texts.name)) ?? this.byPath.get(schoolPart(unit));
    const said = { school: texts.name || texts.code, className: `${texts.grade}${texts.className}` };
    if (school === undefined) return { path: '', ...said, grade: this.gradeOf(texts, false)?.grade ?? 0 };
    const found = this.gradeOf(texts, school.firstGrade >= 6);
    const one = found?.number ? this.classes.get(`${school.id}|${found.grade}|${found.number}`) : undefined;
    return {
      path: one?.path ?? school.path,
      school: school.name,
      className: one ? className(one).zh : said.className,
      grade: found?.grade ?? 0,
    };
  }

  private gradeOf(
    { grade, className: text }: SchoolTexts,
    junior: boolean,
  ): { readonly grade: number; readonly number?: number } | undefined {
    // 202204: entered in 2022, class 4, as the import form of the national system has it.
    const entered = /^(20\d\d)(\d\d)$/.exec(text);
    const own = entered ? `${entered[1]}级${Number(entered[2])}班` : text;
    const read = (words: string) => readClassName(words, this.schoolYear, junior);
    const number = read(`一年级${own}`)?.number;
    const whole = (grade !== '' && number !== undefined ? read(`${grade}${number}班`) : undefined) ?? read(own);
    if (whole) return whole;
    const alone = read(`${grade}1班`)?.grade;
    return alone === undefined ? undefined : { grade: alone };
  }
}

function schoolPart(path: string): string {
  const [county = '', school = ''] = path.split('/');
  return school === '' ? '' : `${county}/${school}/`;
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '');
}
