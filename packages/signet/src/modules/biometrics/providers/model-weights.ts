import { PbfReader } from 'pbf';

/** Field numbers of ONNX's ModelProto, GraphProto and TensorProto (onnx.proto). */
const GRAPH = 7;
const INITIALIZER = 5;
const DATA_TYPE = 2;
const RAW_DATA = 9;

const FLOAT = 1;

/** A tensor's type and, where a file has them in one piece, its values as they lie in it: little-endian. */
interface Tensor {
  type?: number;
  bytes?: Uint8Array;
}

/**
 * Sets a model's denormal weights (below 1.2e-38) to zero, in the bytes given, and says how many there were. They change
 * no result, and on many processors each product with one takes a hundred times as long as another.
 */
export function clearDenormalWeights(model: Uint8Array): number {
  return weights(model).reduce((sum, bytes) => sum + clearDenormals(bytes), 0);
}

function weights(model: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  const readTensor = (field: number, tensor: Tensor, pbf: PbfReader) => {
    if (field === DATA_TYPE) tensor.type = pbf.readVarint();
    if (field === RAW_DATA) tensor.bytes = pbf.readBytes();
  };
  const readGraph = (field: number, _: unknown, pbf: PbfReader) => {
    if (field !== INITIALIZER) return;
    const { type, bytes } = pbf.readMessage(readTensor, {} as Tensor);
    if (type === FLOAT && bytes) found.push(bytes);
  };
  new PbfReader(model).readFields((field, _, pbf) => {
    if (field === GRAPH) pbf.readMessage(readGraph, undefined);
  }, undefined);
  return found;
}

/** A 32-bit float is denormal where its eight bits of exponent are zero and it is not. */
function clearDenormals(floats: Uint8Array): number {
  let cleared = 0;
  for (let at = 0; at < floats.length; at += 4) {
    const high = ((floats[at + 3] ?? 0) & 0x7f) | ((floats[at + 2] ?? 0) & 0x80);
    const rest = (floats[at + 2] ?? 0) | (floats[at + 1] ?? 0) | (floats[at] ?? 0);
    if (high !== 0 || rest === 0) continue;
    floats.fill(0, at, at + 3);
    cleared += 1;
  }
  return cleared;
}
