import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import type { FieldSpec } from '../edit-state.ts';

type EditFieldProps = {
  readonly field: FieldSpec;
  /** What was typed before the last submit; undefined is not yet. */
  readonly typed: readonly string[] | undefined;
  readonly error: string | undefined;
};

/** Draws one field out of its description. */
export function EditField({ field, typed, error }: EditFieldProps) {
  if (field.kind === 'hidden')
    return <input type="hidden" name={field.name} value={typed?.[0] ?? field.value} />;
  const { name, label, hint, optional } = field;
  const texts = { name, label, hint, optional, error };
  if (field.kind === 'checks') {
    const choices = field.options.map(({ value, text, hint }) => ({ value, label: text, hint }));
    return <ChoiceField {...texts} several choices={choices} defaultValue={typed ?? field.values} />;
  }
  const value = typed?.[0] ?? field.value;
  if (field.kind === 'radios') {
    const choices = field.options.map(({ value, text, hint }) => ({ value, label: text, hint }));
    return <ChoiceField {...texts} choices={choices} defaultValue={value} />;
  }
  if (field.kind === 'select')
    return <SelectField {...texts} options={[...field.options]} defaultValue={value} />;
  if (field.kind === 'area') return <TextArea {...texts} rows={3} defaultValue={value} />;
  return (
    <TextField
      {...texts}
      type={field.type ?? 'text'}
      width={field.width}
      autoComplete="off"
      defaultValue={value}
    />
  );
}
