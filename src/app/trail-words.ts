/** What `nol verify-audit` says. */
export const trailWords = {
  reading: { zh: '已看 {lines} 条', en: '{lines} lines read' },
  whole: {
    zh: '审计完好：{lines} 条，一条不少，一字未改。',
    en: 'The trail is whole: {lines} lines, none missing, none changed.',
  },
  broken: {
    zh: '审计被动过：第 {chain} 链第 {seq} 条{why}。请保护好现场，不要再写入，马上报告县教育局负责人。',
    en: 'The trail was tampered with: chain {chain}, line {seq}: {why}. Keep everything as it is and tell the head of the bureau at once.',
  },
  missing: { zh: '不见了', en: 'the line is gone' },
  altered: { zh: '内容和写入时不一样', en: 'the line is not as it was written' },
  surplus: { zh: '是后来加进去的', en: 'the line was added later' },
  rewritten: { zh: '和库外的锚点对不上，整条链被重写过', en: 'it differs from the anchors: the chain was written anew' },
  head: { zh: '之后的结尾被改过', en: 'the end of the chain was changed' },
  anchors: {
    zh: '库外锚点 {count} 个，最近一个 {newest}。',
    en: '{count} anchors outside the database, the newest of {newest}.',
  },
  noAnchors: {
    zh: '没有库外锚点：系统开着时每小时记一次，停的时候也记一次。',
    en: 'No anchors outside the database: they are written each hour while the system runs, and when it stops.',
  },
  anchorsBroken: {
    zh: '库外锚点文件第 {line} 行被改过，这一行起的锚点不能信；审计本身没有发现问题。请查清是谁动了这个文件。',
    en: 'The file of anchors was changed at line {line}: from there on it cannot be trusted. The trail itself is whole. Find out who changed the file.',
  },
} as const;
