/** As much of the Shape Detection API as is asked of it. */
interface Detector {
  detect(picture: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorKind {
  new (options: { formats: ['qr_code'] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

export interface CodeReader {
  /** The text of the code in a picture, or in what a video shows now; undefined where there is none to be read. */
  read(picture: HTMLVideoElement | Blob): Promise<string | undefined>;
}

/** Photographs have many more pixels than a code needs; each costs time. */
const MOST_PIXELS_ACROSS = 1600;
/** A small file can claim to be a huge picture; phones take up to 200 million pixels. */
const MOST_PIXELS = 250_000_000;

/**
 * The browser's own BarcodeDetector where it reads these codes (Chromium on Android, macOS and ChromeOS); elsewhere the
 * same by arithmetic, fetched then.
 */
export async function createCodeReader(): Promise<CodeReader> {
  const detector = new (await kindOfDetector())({ formats: ['qr_code'] });
  return {
    async read(picture) {
      if (!(picture instanceof Blob)) return textIn(picture, detector);
      const small = await pictureOf(picture);
      return textIn(small, detector).finally(() => small.close());
    },
  };
}

async function textIn(picture: ImageBitmapSource, detector: Detector): Promise<string | undefined> {
  return (await detector.detect(picture))[0]?.rawValue;
}

async function kindOfDetector(): Promise<DetectorKind> {
  const { BarcodeDetector: native } = globalThis as { BarcodeDetector?: DetectorKind };
  const formats = await native?.getSupportedFormats().catch((): readonly string[] => []);
  if (native !== undefined && formats?.includes('qr_code')) return native;
  return (await import('qr/decode.js')).BarcodeDetector;
}

/** Rejects for what is no picture. */
async function pictureOf(file: Blob): Promise<ImageBitmap> {
  const { width, height } = await sizeOf(file);
  if (!(width * height <= MOST_PIXELS)) throw new Error('too many pixels');
  const share = MOST_PIXELS_ACROSS / Math.max(width, height);
  if (share >= 1) return createImageBitmap(file);
  const [resizeWidth, resizeHeight] = [Math.round(width * share) || 1, Math.round(height * share) || 1];
  return createImageBitmap(file, { resizeWidth, resizeHeight, resizeQuality: 'high' });
}

/** As its header says, before anything is unpacked: browsers unpack an image element when it is drawn. */
async function sizeOf(file: Blob): Promise<{ readonly width: number; readonly height: number }> {
  const image = new Image();
  const url = URL.createObjectURL(file);
  try {
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = () => reject(new Error('no picture'));
      image.src = url;
    });
    return { width: image.naturalWidth, height: image.naturalHeight };
  } finally {
    URL.revokeObjectURL(url);
  }
}
