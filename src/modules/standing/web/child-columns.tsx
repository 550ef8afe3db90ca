import type { ReactNode } from 'react';
import type { Column } from '../../../ui/desk/columns';
import { Missing } from '../../../ui/desk/missing';
import type { Language } from '../../../ui/shared/words';
import { type ChildLine, schoolingWords } from '../../children/index';

type ChildOf<Row> = (row: Row) => ChildLine | null;

/** A name, hidden in part where everybody can read the page; a sentence where the child is somebody else's by now. */
export function nameCell(child: ChildLine | null, hidden: ((name: string) => string) | undefined, moved: string): ReactNode {
  if (child === null) return <span className="roll-nought">{moved}</span>;
  return hidden ? hidden(child.name) : child.name;
}

/** School and class. */
export function schoolingColumn<Row>(title: string, language: Language, childOf: ChildOf<Row>): Column<Row> {
  const cell = (row: Row) => {
    const child = childOf(row);
    return (child && schoolingWords(child, language)) || <Missing />;
  };
  return { key: 'schooling', title, cell, width: 190 };
}

/** Township and village. */
export function homeColumn<Row>(title: string, childOf: ChildOf<Row>): Column<Row> {
  const cell = (row: Row) => {
    const child = childOf(row);
    return (child && `${child.township}${child.village}`) || <Missing />;
  };
  return { key: 'home', title, cell, width: 160 };
}
