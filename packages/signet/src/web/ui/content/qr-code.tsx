import { toDataURL } from 'qrcode';

/** The picture of a QR code, as the address of an image. */
export const qrPicture = (text: string): Promise<string> =>
  toDataURL(text, { margin: 2, scale: 4, errorCorrectionLevel: 'M' });

export const QrCode = ({ picture, alt }: { readonly picture: string; readonly alt: string }) => (
  <img class="signet-qr" src={picture} alt={alt} width="232" height="232" />
);
