type Words = { readonly zh: string; readonly en: string };

/** What the things of this module are called in a sentence: 没有找到这{zh}. */
export const things = {
  campaign: { zh: '次排查', en: 'campaign' },
  grid: { zh: '个网格的排查', en: 'grid of the campaign' },
  target: { zh: '名儿童的排查', en: 'child of the campaign' },
  file: { zh: '张照片', en: 'photograph' },
  sample: { zh: '次抽查', en: 'sample' },
  find: { zh: '名名册外的孩子', en: 'child on no list' },
  child: { zh: '名儿童', en: 'child' },
} as const satisfies Record<string, Words>;

/** Why something was not done: what happened, why, what now. */
export const refusals = {
  method: { zh: '这一类排查不用这种方式。请换一种方式。', en: 'This kind of campaign is not done that way. Choose another way.' },
  days: { zh: '结束日早于开始日，请改正。', en: 'The last day is before the first.' },
  over: { zh: '结束日已经过去了，请选今天或以后的日子。', en: 'The last day is over. Choose today or later.' },
  long: { zh: '一次排查最长 120 天，请缩短，或分两次做。', en: 'A campaign lasts 120 days at most. Shorten it, or make two.' },
  places: {
    zh: '入户排查按乡镇选范围，在校和电话排查按学校选范围。请重新选。',
    en: 'Visits are narrowed to townships, the rest to schools. Choose again.',
  },
  grades: { zh: '重点学段排查只查八、九年级，请选其中的年级。', en: 'This campaign is about grades 8 and 9; choose of these.' },
  marks: {
    zh: '重点人群排查要选查哪几类孩子，别的排查不选。请改正。',
    en: 'A campaign about marked groups names them, and no other does. Put it right.',
  },
  nobody: {
    zh: '没有发起：这个范围里没有要查的孩子。请放宽范围或年级。',
    en: 'Not started: no child is in that scope. Widen places or grades.',
  },
  without: (names: string, count: number): Words => ({
    zh: `没有发起：${count} 个网格没有责任人（${names}）。请先在“设置 → 网格责任人”里落实，或缩小范围。`,
    en: `Not started: nobody answers for ${count} grids (${names}). Name somebody in settings, or narrow the scope.`,
  }),
  overlap: (name: string): Words => ({
    zh: `没有发起：同类排查“${name}”正在查这些孩子。请等它结束，或改日期、范围、年级。`,
    en: `Not started: "${name}" of the same kind is asking about these children. Wait for its end, or change days, places, grades.`,
  }),
  closed: {
    zh: '没有保存：这次排查已经结束，不能再填。需要补填请联系县教育局。',
    en: 'Not saved: the campaign is closed. Ask the county bureau if something is missing.',
  },
  notBack: {
    zh: '没有退回：这次排查已经结束，退回去也没人能再填。可以核准，或者另外下发核查任务。',
    en: 'Not sent back: the campaign is closed and nobody can answer again. Accept it, or send a question instead.',
  },
  knownNumber: (name: string): Words => ({
    zh: `没有补进名单：这个身份证号已经有档案（${name}），再补就成了两个人。请点“就是这个孩子”。`,
    en: `Not entered: the ID number is that of ${name}, who has a record; a second one would be the same child. Say that it is this child.`,
  }),
  coming: (from: string): Words => ({
    zh: `没有保存：这次排查 ${from} 才开始，请到时候再填。`,
    en: `Not saved: the campaign begins on ${from}. Answer then.`,
  }),
  onlySee: { zh: '您可以看，结果由负责这个网格的人来填。', en: 'You can look; whoever answers for the grid fills it in.' },
  notClass: {
    zh: '没有保存：入户排查要一户一户填，请从入户名单里逐个填。',
    en: 'Not saved: visits are answered child by child, from the list of visits.',
  },
  strangers: (count: number): Words => ({
    zh: `没有保存：有 ${count} 人不在这个网格的排查名单里。请刷新名单再填。`,
    en: `Not saved: ${count} are not on the list of this grid. Reload the list and answer again.`,
  }),
  day: {
    zh: '日期要在排查开始以后、今天以前（含今天）。',
    en: 'The day lies between the first day of the campaign and today.',
  },
  place: { zh: '去外地上学的，请写明在哪里、哪所学校。', en: 'For whoever learns elsewhere, say where and in which school.' },
  outcome: {
    zh: '没有保存：这一项不能由您来填。请另选一项，或写在补充说明里。',
    en: 'Not saved: this is not yours to say. Choose another, or use the note.',
  },
  reason: { zh: '请写明为什么退回，让填的人知道要补什么。', en: 'Say why it is sent back, so that they know what is missing.' },
  notWaiting: {
    zh: '没有保存：这条结果现在不等县局核准。请刷新后再看。',
    en: 'Not saved: this answer does not wait for the bureau. Reload and look again.',
  },
  ownAnswer: {
    zh: '没有保存：这条结果是您自己填的，请由另一位专干来核准或退回。',
    en: 'Not saved: you gave this answer yourself; a colleague has to decide on it.',
  },
  unsigned: (names: string, count: number): Words => ({
    zh: `没能签认：还有 ${count} 个班没交（${names}）。请提醒班主任先交。`,
    en: `Not signed: ${count} classes have not answered (${names}). Remind their teachers first.`,
  }),
  notSchool: { zh: '没能签认：只有学校签认本校各班的结果。', en: 'Not signed: a school signs for its own classes.' },
  nothingDrawn: { zh: '没有抽出来：这个范围里还没有填好的结果。', en: 'Nothing drawn: nothing is answered in that scope yet.' },
  tooMany: { zh: '没有收下：一次入户最多 9 张照片。', en: 'Not taken: at most nine photographs a visit.' },
  notAtHome: {
    zh: '没有保存：名册外的孩子在入户排查里上报，这次排查不入户。',
    en: 'Not saved: children on no list are told of in campaigns of visits; this one is not.',
  },
  birth: {
    zh: '出生日期不对：要是一个孩子的生日，不能在今天以后。记不清可以不填。',
    en: 'Not a birthday a child can have. Leave it empty where it is not known.',
  },
  number: {
    zh: '这个身份证号不对（位数、日期或校验位），请对照户口簿核对；看不到可以不填。',
    en: 'Not a valid ID number; check it against the household booklet, or leave it empty.',
  },
  toldAlready: {
    zh: '没有保存：这个村已经报过同名同生日的孩子，正等县局认定，不用再报。',
    en: 'Not saved: this village has told of a child of that name and birthday; it waits for the bureau.',
  },
  settled: {
    zh: '没有保存：这个孩子已经认定过了。请刷新后再看。',
    en: 'Not saved: who this child is was settled already. Reload and look again.',
  },
  choices: {
    zh: '单选题要有 2 到 6 个不同的选项，别的题不写选项。请改正。',
    en: 'A question of one out of several has 2 to 6 different words, and no other has any. Put it right.',
  },
  twice: { zh: '有两个问题写得一样，请删去一个。', en: 'The same question stands there twice. Remove one.' },
  replyMissing: (question: string): Words => ({
    zh: `“${question}”必须回答，请答了再交。`,
    en: `"${question}" has to be answered first.`,
  }),
  replyUnfit: (question: string): Words => ({
    zh: `“${question}”答得不合要求：数字只填数字，单选只选一项。请重新回答。`,
    en: `That is no answer to "${question}": give a number where one is asked, one word out of several. Answer again.`,
  }),
  replyUnasked: {
    zh: '没有保存：这次排查没有问这个问题。请刷新后再填。',
    en: 'Not saved: this campaign does not ask that. Reload and answer again.',
  },
  ownFind: {
    zh: '没有保存：这个孩子是您自己报的，请由另一位专干认定。',
    en: 'Not saved: you told of this child yourself; a colleague has to settle it.',
  },
  enteredBecause: { zh: '入户排查发现，名册上没有', en: 'met during visits, on no list' },
  closedAlready: { zh: '没有保存：这次排查已经结束了。请刷新后再看。', en: 'Not saved: the campaign is closed already. Reload.' },
} as const;
