import { describe, expect, it } from 'vitest';
import { aSchool } from '../testing/factories';
import { faultsOfSchool, type School, usualGrades } from './school';

const primary = aSchool({ id: 's1', name: '青禾小学', officialCode: '2121900001' });
const junior = aSchool({ id: 's2', name: '望舒初级中学', kind: 'junior' });
const point = aSchool({ id: 's3', name: '听泉教学点', kind: 'teaching-point', parentId: 's1', lastGrade: 4 });
const closed = aSchool({ id: 's4', name: '栖云小学', officialCode: '2121900002', until: '2020-08-31' });
const schools = [primary, junior, point, closed];

function faults(change: Partial<School>, self?: string): readonly string[] {
  const draft = aSchool({ id: 'new', name: '松涛小学', ...change });
  return faultsOfSchool(draft, schools, self).map(({ path, zh }) => `${path} ${zh}`);
}

describe('a school', () => {
  it('may stand when its grades, its parent and its name are its own', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ kind: 'teaching-point', parentId: 's1' })).toEqual([]);
    expect(faults({ kind: 'junior', firstGrade: 6, lastGrade: 9 })).toEqual([]);
    expect(faults({ name: '栖云小学', officialCode: '2121900002' })).toEqual([]);
    expect(faults({ ...primary }, 's1')).toEqual([]);
    expect(usualGrades('junior')).toEqual({ first: 7, last: 9 });
  });

  it('teaches the grades of its kind', () => {
    expect(faults({ lastGrade: 9 })).toEqual(['lastGrade 小学的年级在 1 到 6 之间，请改正年级或学校类型。']);
    expect(faults({ firstGrade: 6, lastGrade: 1 })).toEqual(['firstGrade 最低年级高于最高年级，请改正其中一个。']);
    expect(faults({ kind: 'junior', firstGrade: 1, lastGrade: 9 })[0]).toContain('firstGrade 初级中学的年级在 6 到 9 之间');
  });

  it('belongs to another school only as a teaching point, and then to one that has its grades', () => {
    const parentless = 'parentId 教学点要选一所现有的小学或九年一贯制学校作为所属学校。';
    expect(faults({ kind: 'teaching-point' })).toEqual([parentless]);
    expect(faults({ kind: 'teaching-point', parentId: 's2' })).toEqual([parentless]);
    expect(faults({ kind: 'teaching-point', parentId: 's4' })).toEqual([parentless]);
    expect(faults({ parentId: 's1' })).toEqual(['parentId 只有教学点才有所属学校，请清空。']);
    expect(faults({ ...primary, kind: 'special' }, 's1')).toEqual(['kind 这所学校还有教学点，请先改教学点的归属。']);
  });

  it('is not there twice', () => {
    expect(faults({ name: '青禾小学' })).toEqual(['name 这个乡镇已有“青禾小学”，请核对是否重复。']);
    expect(faults({ name: '青禾小学', areaCode: '211324105' })).toEqual([]);
    expect(faults({ officialCode: '2121900001' })).toEqual(['officialCode 这个学校标识码已属于“青禾小学”，请核对。']);
    expect(faults({ officialCode: '21219' })[0]).toContain('officialCode 学校标识码是 10 位数字');
  });
});
