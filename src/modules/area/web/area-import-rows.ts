import type { AreaPreview } from '../contract';

/** One line of what an import would do; `was` is what is different now. */
type AreaStep = {
  readonly kind: 'added' | 'renamed' | 'respelled' | 'moved' | 'closed' | 'reused';
  readonly code: string;
  readonly name: string;
  readonly was?: { readonly code?: string; readonly name?: string };
};

/** Everything that an import would change, what ends and what cannot be done first: that is what has to be looked at. */
export function changesOf(preview: AreaPreview): readonly AreaStep[] {
  return [
    ...preview.reused.map(({ code, name }) => ({ kind: 'reused', code, name }) as const),
    ...preview.closed.map(({ code, name }) => ({ kind: 'closed', code, name }) as const),
    ...preview.moved.map(({ from, to }) => ({ kind: 'moved', code: to.code, name: to.name, was: { code: from.code } }) as const),
    ...preview.renamed.map(({ code, from, to }) => ({ kind: 'renamed', code, name: to, was: { name: from } }) as const),
    ...preview.added.map(({ code, name }) => ({ kind: 'added', code, name }) as const),
    ...preview.respelled.map(({ code, name, otherNames }) => ({
      kind: 'respelled' as const,
      code,
      name: otherNames.length === 0 ? name : `${name}（${otherNames.join('、')}）`,
    })),
  ];
}
