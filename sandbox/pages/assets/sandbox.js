// The three things that a page cannot do without script: copying a code, using a camera, and handing on what was typed
// when the language is switched. All only add to markup that works without them. Words come from data attributes, so that this file knows no language.

/** `<sandbox-copy data-value data-copy data-copied>`: adds a button that copies the value. */
class SandboxCopy extends HTMLElement {
  connectedCallback() {
    const { value, copy, copied } = this.dataset;
    if (!navigator.clipboard) return;
    const button = buttonOf(copy, 'button button-plain');
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(value);
      status.textContent = copied;
    });
    this.append(button, status);
  }
}

/** `<sandbox-camera>` around a file input: takes a photo and chooses it as the input's file. */
class SandboxCamera extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('input[type=file]');
    this.nameFileButton();
    if (!navigator.mediaDevices) return;
    this.view = document.createElement('div');
    this.buttons = document.createElement('div');
    this.buttons.className = 'camera-buttons';
    this.status = document.createElement('p');
    this.status.className = 'camera-status';
    this.status.setAttribute('role', 'status');
    this.append(this.view, this.buttons, this.status);
    this.offer('open');
    this.input.addEventListener('change', () => this.stop());
  }

  disconnectedCallback() {
    this.stop();
  }

  /** A browser names its own file button in its own language: this one has the page's words, and the input over it is pressed. */
  nameFileButton() {
    const around = document.createElement('div');
    around.className = 'choose-file';
    const label = document.createElement('label');
    label.className = 'button button-plain';
    label.htmlFor = this.input.id;
    label.textContent = this.dataset.choose;
    this.chosen = document.createElement('p');
    this.chosen.setAttribute('role', 'status');
    this.input.before(around);
    around.append(this.input, label);
    around.after(this.chosen);
    this.input.addEventListener('change', () => {
      this.chosen.textContent = this.input.files[0]?.name ?? '';
    });
  }

  /** Shows one set of buttons; the first gets the focus when it takes the place of a pressed one. */
  offer(first, second) {
    const wasPressed = this.buttons.contains(document.activeElement);
    const steps = {
      open: () => this.start(),
      again: () => this.start(),
      take: () => this.take(),
      close: () => this.stop(),
    };
    const shown = [first, second].filter(Boolean).map((step, at) => {
      const button = buttonOf(
        this.dataset[step],
        at === 0 && step === 'take' ? 'button' : 'button button-plain',
      );
      button.addEventListener('click', steps[step]);
      return button;
    });
    this.buttons.replaceChildren(...shown);
    if (wasPressed) shown[0].focus();
  }

  async start() {
    try {
      const video = { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 960 } };
      this.stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
    } catch {
      this.status.textContent = this.dataset.failed;
      return;
    }
    const video = document.createElement('video');
    video.className = 'camera-view';
    video.muted = true;
    video.playsInline = true;
    video.srcObject = this.stream;
    this.view.replaceChildren(video);
    await video.play();
    this.status.textContent = this.dataset.ready;
    this.offer('take', 'close');
  }

  /** Keeps what the frame on the page shows: the middle of the picture, three to four. */
  async take() {
    const video = this.view.querySelector('video');
    const height = video.videoHeight;
    const width = Math.min(video.videoWidth, Math.round((height * 3) / 4));
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d').drawImage(video, (width - video.videoWidth) / 2, 0);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
    const files = new DataTransfer();
    files.items.add(new File([blob], 'photo.jpg', { type: 'image/jpeg' }));
    this.stop();
    this.input.files = files.files;
    this.chosen.textContent = '';
    const preview = document.createElement('img');
    preview.className = 'camera-view';
    preview.alt = this.dataset.preview;
    preview.src = URL.createObjectURL(blob);
    this.view.replaceChildren(preview);
    this.status.textContent = this.dataset.taken;
    this.offer('again');
  }

  stop() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
    this.view?.replaceChildren();
    if (this.status) this.status.textContent = '';
    if (this.buttons) this.offer('open');
  }
}

function buttonOf(text, className) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = text;
  return button;
}

customElements.define('sandbox-copy', SandboxCopy);
customElements.define('sandbox-camera', SandboxCamera);

/**
 * What was typed waits in this tab's own storage while the same page loads in another language. Nothing here is a secret:
 * all of it is made up.
 */
const place = 'typed-before-another-language';
const textFields = () => document.querySelectorAll('input[name]:not([type=file], [type=hidden])');

function put({ pathname }) {
  const typed = Object.fromEntries([...textFields()].map(({ name, value }) => [name, value]));
  sessionStorage.setItem(place, JSON.stringify({ pathname, typed }));
}

function take() {
  const kept = JSON.parse(sessionStorage.getItem(place));
  sessionStorage.removeItem(place);
  if (kept?.pathname !== location.pathname) return;
  for (const field of textFields()) field.value = kept.typed[field.name] ?? field.value;
}

document.addEventListener('click', ({ target }) => {
  const link = target.closest?.('.languages a');
  if (link) put(link);
});
take();
