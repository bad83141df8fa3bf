import { type Lang, words } from '../../locales/index.ts';

/**
 * A live picture of the face, by a script that runs the camera (`client/live-selfie/`). Without one there is nothing here,
 * and the file below serves. `base`: above the addresses that it asks.
 */
export function LiveSelfie({ lang, base }: { readonly lang: Lang; readonly base: string }) {
  const say = words(lang).proofing.liveSelfie;
  return (
    <signet-live-selfie
      class="signet-camera signet-live-selfie"
      facing="user"
      guide="face"
      hidden
      lang={lang}
      begin-url={`${base}/selfie/live`}
      frame-url={`${base}/selfie/frame`}
      words={JSON.stringify(say)}
    >
      <div class="signet-live-selfie__lead">
        <h2>{say.title}</h2>
        <p>{say.lead}</p>
      </div>
    </signet-live-selfie>
  );
}
