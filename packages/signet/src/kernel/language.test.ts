import { expect, it } from 'vitest';
import { al, atStart, del } from './index.ts';

it.each([
  ['el Departamento de Ingresos', 'al Departamento de Ingresos', 'del Departamento de Ingresos'],
  ['la Oficina de Beneficios', 'a la Oficina de Beneficios', 'de la Oficina de Beneficios'],
  ['Signet', 'a Signet', 'de Signet'],
  ['El Paso Water', 'a El Paso Water', 'de El Paso Water'],
  ['electra', 'a electra', 'de electra'],
])('"a" and "de" join the article of %s and of no other word', (name, to, of) => {
  expect([al(name), del(name)]).toEqual([to, of]);
});

it('a name with its article begins a sentence in capitals', () => {
  expect([atStart('the Department of Revenue'), atStart('él')]).toEqual(['The Department of Revenue', 'Él']);
});
