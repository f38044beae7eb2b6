import { parseSync } from '@swc/core';

/** One import, export-from, require or import type of a source file. */
export interface Import {
  readonly specifier: string;
  /** Whether it imports only types, so that nothing is loaded at run time. */
  readonly typeOnly: boolean;
  /** The imported names, as the other file exports them; `*` for all. */
  readonly names: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Every import of a TypeScript source, in source order. */
export function importsOf(source: string): readonly Import[] {
  return [...walk(parseSync(source, { syntax: 'typescript', target: 'es2022' }))];
}

function* walk(value: unknown): Generator<Import> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item);
  } else if (isNode(value)) {
    const found = importOf(value);
    if (found) yield found;
    yield* walk(Object.values(value));
  } else if (value !== null && typeof value === 'object') {
    yield* walk(Object.values(value));
  }
}

function importOf(node: Node): Import | undefined {
  switch (node.type) {
    case 'ImportDeclaration': {
      const specifiers = node.specifiers as readonly Node[];
      const typeOnly =
        node.typeOnly === true || (specifiers.length > 0 && specifiers.every((one) => one.isTypeOnly === true));
      return found(node.source, typeOnly, specifiers.map(nameOf));
    }
    case 'ExportNamedDeclaration':
      return found(node.source, node.typeOnly === true, (node.specifiers as readonly Node[]).map(nameOf));
    case 'ExportAllDeclaration':
      return found(node.source, node.typeOnly === true, ['*']);
    case 'TsExternalModuleReference':
      return found(node.expression, false, ['*']);
    case 'TsImportType':
      return found(node.argument, true, ['*']);
    case 'CallExpression': {
      const callee = node.callee as Node;
      const loads = callee.type === 'Import' || (callee.type === 'Identifier' && callee.value === 'require');
      const [first] = node.arguments as readonly { expression: Node }[];
      return loads ? found(first?.expression, false, ['*']) : undefined;
    }
    default:
      return undefined;
  }
}

function found(literal: unknown, typeOnly: boolean, names: readonly string[]): Import | undefined {
  if (!isNode(literal) || literal.type !== 'StringLiteral') return undefined;
  return { specifier: String(literal.value), typeOnly, names };
}

/** The name as the other file exports it. */
function nameOf(specifier: Node): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier' || specifier.type === 'ExportNamespaceSpecifier') return '*';
  const node = (specifier.imported ?? specifier.local ?? specifier.orig) as Node;
  return String(node.value);
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && 'type' in value && typeof value.type === 'string';
}
