import { useId, useState } from 'react';
import { Row, RowList } from '../../../../ui/phone/row';
import { useSay, useWords } from '../../../../ui/shared/language';
import { isRefused, type Refused } from '../../../../ui/shared/refused';
import { missingWords } from '../../../standing/web/phone/index';
import { mostPapers } from '../../rules/answer';
import { textOf } from '../text-of';
import { smallPhoto } from './photo';
import { phoneTaskWords } from './words';

/** Photographs that lie at the server for an answer that is not handed in yet, and how they come and go. */
export type Photos = {
  readonly files: readonly Photo[];
  readonly add: (body: FormData, proof: string) => Promise<readonly Photo[]>;
  readonly drop: (fileId: string) => Promise<readonly Photo[]>;
};
type Photo = { readonly fileId: string; readonly name: string; readonly proof: string };

type ProofPhotosProps = {
  readonly photos: Photos;
  readonly proof: string;
  /** Hears whether one is on its way: what is handed in meanwhile would go without it. */
  readonly onBusy: (busy: boolean) => void;
};

/** Photographs for the answer that is being written: made small here, sent at once, taken away again with one tap. */
export function ProofPhotos({ photos, proof, onBusy }: ProofPhotosProps) {
  const w = useWords(phoneTaskWords);
  const say = useSay();
  const id = useId();
  const [files, setFiles] = useState(photos.files);
  const [busy, setBusy] = useState(false);
  const full = files.length >= mostPapers;
  const [fault, setFault] = useState<string | Refused>();
  const attempt = async (work: () => Promise<void>) => {
    setFault(undefined);
    setBusy(true);
    onBusy(true);
    try {
      await work();
    } catch (error) {
      if (!isRefused(error)) throw error;
      setFault(error);
    } finally {
      setBusy(false);
      onBusy(false);
    }
  };
  const send = (file: File) =>
    attempt(async () => {
      const small = await smallPhoto(file);
      if (small === undefined) return setFault(w.photoBroken);
      const body = new FormData();
      body.append('file', small, small === file ? 'paper.pdf' : 'photo.jpg');
      setFiles(await photos.add(body, proof));
    });
  const drop = (file: string) => attempt(async () => setFiles(await photos.drop(file)));
  return (
    <>
      {files.length === 0 ? null : (
        <RowList>
          {files.map(({ fileId, name, proof: kind }) => (
            <Row
              key={fileId}
              title={name}
              note={textOf(missingWords, kind, say)}
              beside={w.drop}
              onClick={() => void drop(fileId)}
            />
          ))}
        </RowList>
      )}
      {full ? (
        <p className="ph-hint">{w.photosFull(mostPapers)}</p>
      ) : (
        <label className="ph-button ph-camera" htmlFor={id}>
          {busy ? w.sending : files.length === 0 ? w.photograph : w.photographMore(files.length, mostPapers)}
        </label>
      )}
      <input
        id={id}
        className="ph-camera-input"
        type="file"
        accept="image/*,application/pdf"
        capture="environment"
        disabled={busy || full}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
      {fault ? (
        <p className="ph-refused" role="alert">
          {typeof fault === 'string' ? fault : say(fault.says)}
        </p>
      ) : null}
    </>
  );
}
