import type { Letter } from '../report-contract';
import './letter.css';

/** A letter as it goes on paper. `words` is what somebody is about to add. */
export function LetterSheet({ letter, words = '' }: { readonly letter: Letter; readonly words?: string }) {
  const { title, number, to, paragraphs, table, closing, signed, day } = letter;
  const texts = words.trim() === '' ? paragraphs : [...paragraphs, words.trim()];
  return (
    <article className="absence-letter" lang="zh-CN">
      <h2>{title}</h2>
      <p className="absence-letter-number">{number === '' ? '〔　　〕　号' : number}</p>
      <p className="absence-letter-to">{to}</p>
      {texts.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a letter that is not changed
        <p key={at}>{text}</p>
      ))}
      {table.rows.length > 0 ? <Contacts table={table} /> : null}
      {closing.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p className="absence-letter-signed">{signed}</p>
      <p className="absence-letter-signed">{day}</p>
    </article>
  );
}

function Contacts({ table }: { readonly table: Letter['table'] }) {
  return (
    <>
      <p>{table.says}</p>
      <div className="absence-letter-table">
        <table>
          <thead>
            <tr>
              {table.head.map((says) => (
                <th key={says} scope="col">
                  {says}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a letter that is not changed
              <tr key={at}>
                {row.map((cell, place) => (
                  <td key={table.head[place]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
