/** Pixels and templates of faces, which nothing may keep (A17). */
export type Wipeable = { fill(value: 0): unknown };

/** Work that names what it uses up of faces: all of it is wiped, however the work ends. */
export async function wipingAfter<T>(work: (used: Wipeable[]) => Promise<T>): Promise<T> {
  const used: Wipeable[] = [];
  try {
    return await work(used);
  } finally {
    for (const data of used) data.fill(0);
  }
}
