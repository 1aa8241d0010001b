// The walls between the rooms of src/, as an ESLint rule. The table of rooms is in eslint.config.js.
// ESLint's own no-restricted-imports compares words only: it cannot tell `../parts/x.ts` inside a room from
// `../audio/x.ts` into the next, and it knows nothing of import() and new URL().
import path from 'node:path';

/** @typedef {{ enters: string[], owns: string[] }} Room */

/**
 * Which wall an import would break, in words; nothing if it may pass.
 * @param {{ specifier: string, file: string, room: string, walls: Room, src: string }} wish
 */
function refusal({ specifier, file, room, walls, src }) {
  if (specifier.startsWith('#')) {
    const other = specifier.slice(1).split('/')[0] ?? '';
    const open = other === room || walls.enters.includes(other);
    return open ? undefined : `${room} may not enter ${other}`;
  }
  if (specifier.startsWith('.')) {
    const inside = path.relative(path.join(src, room), path.resolve(path.dirname(file), specifier));
    return inside.startsWith('..')
      ? `relative paths stay inside ${room}: go by a door, '#room/file.ts'`
      : undefined;
  }
  if (specifier.startsWith('/')) return `an absolute path passes every wall: go by a door, '#room/file.ts'`;
  const owned = walls.owns.some((library) => specifier === library || specifier.startsWith(`${library}/`));
  return owned ? undefined : `${room} does not own the library ${specifier}`;
}

/** @type {import('eslint').Rule.RuleModule} */
const walls = {
  meta: { type: 'problem', schema: [{ type: 'object' }], messages: { wall: 'Wall: {{why}}.' } },
  create(context) {
    /** @type {{ room: string, walls: Room, src: string }} */
    const option = context.options[0];
    /** @param {any} source the node of what is imported */
    const check = (source) => {
      if (!source) return;
      const specifier = source.type === 'Literal' ? source.value : undefined;
      const why =
        typeof specifier === 'string'
          ? refusal({ ...option, specifier, file: context.filename })
          : 'what is imported must be written out, or no wall can judge it';
      if (why) context.report({ node: source, messageId: 'wall', data: { why } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (/** @type {any} */ node) => check(node.source),
      // new URL('./x.worker.ts', import.meta.url) is how a worker is imported
      'NewExpression[callee.name="URL"][arguments.1.object.type="MetaProperty"]': (/** @type {any} */ node) =>
        check(node.arguments[0]),
    };
  },
};

export default { rules: { walls } };
