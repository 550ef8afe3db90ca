/** A photograph is sent no larger than this: it passes a village's network in some seconds. */
const mostBytes = 300_000;
/** Pixels of the longer side: a page of A4 can still be read. */
const longestSide = 1600;
const qualities = [0.8, 0.65, 0.5, 0.35];

/** A photograph small enough to be sent, or undefined when the browser cannot open it. A PDF comes back as it is. */
export async function smallPhoto(file: File): Promise<Blob | undefined> {
  if (file.type === 'application/pdf') return file;
  const image = await opened(file);
  if (image === undefined) return undefined;
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  let smallest: Blob | undefined;
  for (const quality of qualities) {
    smallest = await new Promise<Blob | undefined>((done) => {
      canvas.toBlob((blob) => done(blob ?? undefined), 'image/jpeg', quality);
    });
    if (smallest === undefined || smallest.size <= mostBytes) break;
  }
  return smallest;
}

function opened(file: File): Promise<HTMLImageElement | undefined> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  return new Promise((resolve) => {
    const end = (found: HTMLImageElement | undefined) => {
      URL.revokeObjectURL(address);
      resolve(found);
    };
    image.onload = () => end(image);
    image.onerror = () => end(undefined);
    image.src = address;
  });
}
