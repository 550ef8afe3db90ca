import type { ComponentType } from 'react';
import type { Language } from '../../../ui/shared/words';

/** A part of the page of a child that a later module offers. Low orders come first; shown to holders of one of the permissions. */
export type ChildPanel = {
  readonly key: string;
  readonly order: number;
  readonly permissions: readonly string[];
  readonly component: ComponentType<{ readonly childId: string }>;
};

/** A recorded fact as the timeline has it; the module that knows its kind knows what `body` says. */
export type ToldFact = {
  readonly kind: string;
  readonly day: string;
  readonly source: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A fact in a sentence; undefined where nobody has better words for it than the name of its kind. */
export type FactSays = (fact: ToldFact, language: Language) => string | undefined;

/** What the pages of children are given by later modules. */
export type ChildPageNeeds = {
  readonly panels: readonly ChildPanel[];
  readonly factSays: FactSays;
};
