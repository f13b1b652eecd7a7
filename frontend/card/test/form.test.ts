import { describe, expect, it } from 'vitest';
import { configForm } from '../src/form';

interface Field {
  name: string;
  label?: string;
  schema?: Field[];
}

interface Form {
  schema: Field[];
  computeLabel: (field: Field) => string;
  assertConfig: (config: unknown) => void;
}

const form = configForm() as Form;
const leaves = (fields: Field[]): Field[] =>
  fields.flatMap((field) => (field.schema ? leaves(field.schema) : [field]));

describe('the form', () => {
  it('has words for every field', () => {
    const labels = leaves(form.schema).map((field) => form.computeLabel(field));
    expect(labels).toContain('Tap a leg');
    expect(labels).toContain('Hold a leg');
    expect(labels.every((label) => label.length > 3)).toBe(true);
  });

  it('refuses what the card refuses, so that the editor shows the text instead', () => {
    expect(() => {
      form.assertConfig({ type: 'custom:frigate-reid-route-card', people: ['x'] });
    }).toThrow(/no entity/);
  });
});
