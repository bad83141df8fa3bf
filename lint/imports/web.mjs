/** The rooms of the pages. */
const web = '^packages/signet/src/web/';
const webIndex = String.raw`/index\.ts$`;
const wordsAndScripts = `${web}(locales|client)/`; // entered by one file each, and checked by the build

/** A room of the pages is a folder of a journey, or of a part of one; its index is the way in. */
export const webRooms = [
  {
    name: 'web-through-its-index',
    comment: 'Pages are entered through the index of their room, so that its inside stays free to change.',
    severity: 'error',
    from: { pathNot: [web, '^scripts/'] },
    to: { path: web, pathNot: [webIndex, wordsAndScripts] },
  },
  {
    name: 'web-through-its-index-from-a-journey',
    comment: 'The same from another journey, and from the files of a journey to its rooms.',
    severity: 'error',
    from: { path: `${web}([^/]+)/[^/]+$` },
    to: { path: `${web}[^/]+/`, pathNot: [webIndex, wordsAndScripts, `${web}$1/[^/]+$`] },
  },
  {
    name: 'web-through-its-index-from-a-room',
    comment:
      'The same from a room, which may see its own journey’s files, such as what its pages are made from.',
    severity: 'error',
    from: { path: `${web}([^/]+)/([^/]+)/` },
    to: { path: `${web}[^/]+/`, pathNot: [webIndex, wordsAndScripts, `${web}$1/[^/]+$`, `${web}$1/$2/`] },
  },
];
