import type { AttributeSchema, TerraformType } from './form';

/** A type in words that Terraform users know: `string`, `list(string)`, `object({id = string})`. */
export function typeName(type: TerraformType): string {
  if (typeof type === 'string') return type;
  switch (type[0]) {
    case 'tuple':
      return `tuple([${type[1].map(typeName).join(', ')}])`;
    case 'object':
      return `object({${Object.entries(type[1])
        .map(([name, of]) => `${name} = ${typeName(of)}`)
        .join(', ')}})`;
    default:
      return `${type[0]}(${typeName(type[1])})`;
  }
}

/** The type of an attribute in words; a nested type is `object`, `list(object)`, … */
export function attributeTypeName({ type, nested_type }: AttributeSchema): string {
  if (nested_type) return nested_type.nesting_mode === 'single' ? 'object' : `${nested_type.nesting_mode}(object)`;
  return type ? typeName(type) : 'unknown';
}
