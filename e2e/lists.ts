import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDigit } from '../src/kernel/id-number';

/** Files of made-up lists for the journeys of a test file, in a folder that is gone when they are over. */
export class ListFiles {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'nol-lists-'));

  /** Writes a list of lines, or bytes that are none; answers where it lies. */
  write(name: string, content: readonly string[] | Uint8Array): string {
    const file = path.join(this.folder, name);
    writeFileSync(file, content instanceof Uint8Array ? content : content.join('\n'));
    return file;
  }

  at(name: string): string {
    return path.join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const householdHeader = '姓名,性别,公民身份号码,出生日期,户号,与户主关系,乡镇,村';

type Change = Partial<Record<'name' | 'sex' | 'id' | 'birth' | 'township' | 'village', string>>;

/** A child of a made-up household list of the spring of 2025; the number tells which, no two are alike. */
export function householdRow(at: number, change: Change = {}): string {
  const birth = change.birth ?? `${2010 + (at % 9)}-${two(1 + (at % 12))}-${two(1 + (at % 27))}`;
  const body = `211324${birth.replaceAll('-', '')}${String((at * 2 + 1) % 1000).padStart(3, '0')}`;
  const id = change.id ?? body + checkDigit(body);
  const name =
    change.name ??
    `${'赵钱孙李周吴郑王'[at % 8]}${'明华强秀英芳伟敏静丽'[Math.floor(at / 8) % 10]}${'一二三四五六七八九十'[Math.floor(at / 80) % 10]}`;
  return [name, change.sex ?? '男', id, birth, 1000 + at, '长子', change.township ?? '公营子镇', change.village ?? '桥子村'].join(
    ',',
  );
}

/** The lines of a household list of these children. */
export function householdList(from: number, to: number, change: (at: number) => Change = () => ({})): string[] {
  return [householdHeader, ...Array.from({ length: to - from }, (_, place) => householdRow(from + place, change(from + place)))];
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
