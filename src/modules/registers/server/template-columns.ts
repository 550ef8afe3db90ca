import type { RegisterKind } from '../rules/register';
import type { CodeList } from './code-lists';

/** One column of a template; `townships` are those of the county. */
export type TemplateColumn = {
  readonly header: string;
  readonly need: '必填' | '建议填' | '选填';
  readonly how: string;
  readonly example: string;
  readonly choices?: CodeList | 'townships';
};

/** The columns of a list as it is best brought: what the comparison reads, under the names of the published layouts. */
export const templateColumns: Readonly<Record<RegisterKind, readonly TemplateColumn[]>> = {
  household: [
    ...basics('公民身份号码'),
    column('户号', '建议填', '户口簿上的户号', '2113240010000001'),
    column('户主姓名', '选填', '与户口簿一致', '王示例'),
    column('与户主关系', '选填', '从列表里选', '长子', 'relation'),
    column('乡镇', '必填', '户籍所在乡镇（街道），从列表里选', '公营子镇', 'townships'),
    column('村', '必填', '户籍所在村（社区）', '桥子村'),
    column('户籍地址', '建议填', '写到组、门牌号', '公营子镇桥子村1组1号'),
    column('现住址', '选填', '与户籍地址不同时填写', ''),
    ...guardians('监护人一姓名', '监护人一公民身份号码', '监护人一联系电话'),
    column('联系电话', '建议填', '能联系到家长的电话', '13900000000'),
    column('变动原因', '选填', '迁出、死亡、注销等，从列表里选', '出生', 'changeReason'),
    column('人户一致标识', '选填', '人和户口是否在一处', '一致', 'residenceMatches'),
    column('备注', '选填', '', ''),
  ],
  enrolment: [
    column('学校标识码', '必填', '10 位学校标识码', '2121000001'),
    column('学校名称', '建议填', '学校全称', '示例小学'),
    column('年级', '必填', '从列表里选', '三年级', 'grade'),
    column('班级', '必填', '班级名称或班号', '2班'),
    column('全国学籍号', '建议填', 'G、L 或 J 开头的 19 位', 'G211324201603050012'),
    ...basics('身份证件号'),
    column('身份证件类型', '建议填', '从列表里选；没有身份证的一定要选', '居民身份证', 'idType'),
    column('户口所在地行政区划', '建议填', '12 位区划代码，或乡镇和村名', '211324104208'),
    column('现住址', '建议填', '写到村组', '公营子镇桥子村1组'),
    column('就读方式', '选填', '从列表里选；送教的选“送教上门”', '走读', 'attendsBy'),
    column('随班就读', '选填', '从列表里选', '非随班就读', 'inclusive'),
    column('残疾类型', '选填', '从列表里选', '无残疾', 'studentDisability'),
    column('学籍状态', '选填', '从列表里选', '在读', 'enrolmentState'),
    ...guardians('成员1姓名', '成员1身份证件号', '成员1联系电话'),
    column('备注', '选填', '', ''),
  ],
  attending: [
    column('学校', '必填', '学校全称', '示例小学'),
    column('年级', '必填', '从列表里选', '三年级', 'grade'),
    column('班级', '必填', '班级名称', '2班'),
    ...basics('身份证号'),
    column('全国学籍号', '建议填', 'G、L 或 J 开头的 19 位', 'G211324201603050012'),
    column('家长姓名', '建议填', '与学生同住的家长', '王示例'),
    column('家长电话', '建议填', '能联系到家长的电话', '13900000000'),
    column('家庭住址', '建议填', '写到村组', '公营子镇桥子村1组'),
    column('备注', '选填', '借读、刚转入等', ''),
  ],
  poverty: [
    column('乡', '必填', '所在乡镇（街道），从列表里选', '公营子镇', 'townships'),
    column('村', '必填', '所在行政村', '桥子村'),
    column('户编号', '必填', '系统里的户编号', '2113241042080001'),
    column('人口编号', '选填', '系统里的人口编号', '211324104208000101'),
    ...basics('证件号码'),
    column('证件类型', '选填', '从列表里选', '居民身份证', 'idType'),
    column('与户主关系', '选填', '从列表里选', '长子', 'relation'),
    column('户主姓名', '建议填', '', '王示例'),
    column('户主证件号码', '选填', '', ''),
    column('户类型', '建议填', '从列表里选', '脱贫户', 'povertyKind'),
    column('在校生状况', '建议填', '从列表里选', '小学', 'schoolingState'),
    column('义务教育阶段未上学原因', '选填', '没有上学的写明原因', ''),
    column('家庭成员联系电话', '建议填', '', '13900000000'),
    column('备注', '选填', '', ''),
  ],
  disability: [
    ...basics('身份证号'),
    column('残疾人证号', '必填', '20 位：身份证号加 1 位类别、1 位等级', '21132420160305001253'),
    column('残疾类别', '建议填', '从列表里选', '智力', 'disabilityKind'),
    column('残疾等级', '建议填', '从列表里选', '三级', 'disabilityLevel'),
    column('乡镇', '必填', '所在乡镇（街道），从列表里选', '公营子镇', 'townships'),
    column('村', '必填', '所在村（社区）', '桥子村'),
    column('户籍地址', '选填', '', '公营子镇桥子村1组1号'),
    column('联系人姓名', '建议填', '照料孩子的人', '王示例'),
    column('联系人手机', '建议填', '', '13900000000'),
    column('未入学原因', '选填', '没有上学的写明原因', ''),
    column('备注', '选填', '', ''),
  ],
};

function column(
  header: string,
  need: TemplateColumn['need'],
  how: string,
  example: string,
  choices?: TemplateColumn['choices'],
): TemplateColumn {
  return { header, need, how, example, ...(choices === undefined ? {} : { choices }) };
}

/** A person, under the name that the list's own system gives the number. */
function basics(idHeader: string): TemplateColumn[] {
  return [
    column('姓名', '必填', '与户口簿一致', '李示例'),
    column('性别', '必填', '从列表里选', '男', 'sex'),
    column(idHeader, '必填', '18 位；整列已设为“文本”，请不要改格式', '211324201603050012'),
    column('出生日期', '必填', '写成 2016-03-05 的形式', '2016-03-05'),
    column('民族', '选填', '从列表里选', '蒙古族', 'ethnicity'),
  ];
}

function guardians(name: string, id: string, phone: string): TemplateColumn[] {
  return [
    column(name, '建议填', '主要监护人', '王示例'),
    column(id, '选填', '18 位', ''),
    column(phone, '建议填', '能联系到家长的电话', '13900000000'),
  ];
}
