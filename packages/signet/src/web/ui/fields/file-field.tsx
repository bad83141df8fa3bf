import { type Lang, words } from '../../locales/index.ts';
import { assetUrl } from '../assets.ts';
import { type FieldProps, LabeledField } from './field.tsx';
import { describedBy } from './field-problem.ts';

export interface FileFieldProps extends FieldProps {
  readonly lang: Lang;
  /** Which camera a phone opens for this photo: the document's (`environment`) or the selfie's (`user`). */
  readonly facing?: 'environment' | 'user' | undefined;
  /** `file`: of a picture that is there already; no camera is offered. */
  readonly from?: 'file' | undefined;
  /** Shape of the guide over the live picture. `card` is ID-1, `passport` its data page, `face` an oval. */
  readonly guide?: 'card' | 'passport' | 'face' | undefined;
}

/** A photo: an ordinary file input, which the browser element makes into a camera where there is one. */
export function FileField(props: FileFieldProps) {
  const { upload } = words(props.lang).common;
  const { facing = 'user' } = props;
  const guide = props.guide ?? (facing === 'user' ? 'face' : 'card');
  return (
    <LabeledField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
    >
      <signet-camera
        class="signet-camera"
        facing={facing}
        from={props.from}
        guide={guide}
        data-use-camera={upload.useCamera}
        data-take-photo={upload.takePhoto}
        data-retake={upload.retake}
        data-close-camera={upload.closeCamera}
        data-starting={upload.starting}
        finder={guide === 'face' || props.from === 'file' ? undefined : assetUrl('card-worker.js')}
        advice={guide === 'face' || props.from === 'file' ? undefined : JSON.stringify(upload.advice)}
        data-ready-automatic={upload.readyAutomatic}
        data-automatic-off={upload.automaticOff}
        data-automatic-on={upload.automaticOn}
        data-ready={guide === 'face' ? upload.readyFace : upload.readyDocument}
        data-taken={guide === 'face' ? upload.takenFace : upload.taken}
        data-chosen={guide === 'face' ? upload.chosenFace : upload.chosen}
        data-preparing={upload.preparing}
        data-failed={upload.failed}
        data-denied={upload.denied}
        data-absent={upload.absent}
        data-preview-alt={upload.previewAlt}
        data-choose-file={upload.chooseFile}
        data-or-upload={upload.orUpload}
      >
        <input
          class="usa-file-input"
          id={props.name}
          name={props.name}
          type="file"
          accept="image/*"
          capture={props.from === 'file' ? undefined : facing}
          aria-describedby={describedBy(props.name, props)}
          aria-invalid={props.error ? 'true' : undefined}
        />
      </signet-camera>
    </LabeledField>
  );
}
