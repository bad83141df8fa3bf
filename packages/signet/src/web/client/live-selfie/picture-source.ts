/** Where a live picture comes from. */
export interface PictureSource {
  open(): Promise<MediaStream>;
  /** What is asked for now: words are enough for the person before a camera. */
  asked?(ask: string): void;
  /** What the person before it cannot do, and says so at once. */
  readonly cannot?: readonly string[];
}

export const ownCamera: PictureSource = {
  open: () =>
    navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'user' }, width: { ideal: 1280 }, height: { ideal: 720 } },
    }),
};
