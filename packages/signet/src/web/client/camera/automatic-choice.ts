const name = 'signet-automatic-photo';

/** Whether photos of documents are taken by themselves: until this tab is closed, as the person chose. */
export function isAutomatic(): boolean {
  try {
    return sessionStorage.getItem(name) !== 'off';
  } catch {
    return true; // a browser that keeps nothing
  }
}

export function chooseAutomatic(on: boolean): void {
  try {
    sessionStorage.setItem(name, on ? 'on' : 'off');
  } catch {
    // it holds for this page alone
  }
}
