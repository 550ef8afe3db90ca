/** One village of the county as the registers need it. */
export type Place = {
  /** 12-digit area code */ readonly code: string;
  readonly township: string;
  /** position of the township in the county's list */ readonly townshipIndex: number;
  /** bare name without 村 or 社区 */ readonly village: string;
};

/** All villages in the order of their codes. */
export function countyPlaces(): readonly Place[] {
  return ['大城子街道', '利州街道', '公营子镇', '山嘴子镇', '甘招镇'].flatMap((township, t) =>
    ['东村', '西村', '三家村', '桥子村', '小店村'].map((village, v) => ({
      code: `21132410${t}20${v}`,
      township,
      townshipIndex: t,
      village,
    })),
  );
}
