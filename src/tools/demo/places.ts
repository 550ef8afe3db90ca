import { kazuo } from '../../modules/area';

/** One village of the county as the registers need it. */
export type Place = {
  /** 12-digit area code */ readonly code: string;
  readonly township: string;
  /** position of the township in the county's list */ readonly townshipIndex: number;
  /** with its suffix: 桥子村, 胜利社区 */ readonly village: string;
};

/** All villages of 喀左 in the order of their codes. */
export function countyPlaces(): readonly Place[] {
  const county = kazuo();
  return county.townships.flatMap((township, townshipIndex) =>
    township.villages.map(({ code, name }) => ({
      code: county.code + township.code + code,
      township: township.name,
      townshipIndex,
      village: /(村|社区|生活区)$/.test(name) ? name : `${name}${code.startsWith('0') ? '社区' : '村'}`,
    })),
  );
}
