import { join } from 'node:path';
// The compiler that api-extractor brings: TypeScript 7 itself has no programming interface yet.
import ts from '../node_modules/@microsoft/api-extractor/node_modules/typescript/lib/typescript.js';

const ROOT = join(import.meta.dirname, '..');

/** A member of a type, as its author wrote it. */
export interface Member {
  name: string;
  type: string;
  /** Missing: it may be left out, and nothing is said of what then holds. */
  fallback: string | undefined;
  isOptional: boolean;
  /** The docstring without its tags, its word on the default and what it says to those who work on the project. */
  text: string;
}

/** Reads types out of the sources. */
export function readTypes(files: readonly string[]) {
  const program = ts.createProgram(
    files.map((file) => join(ROOT, file)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      jsx: ts.JsxEmit.ReactJSX,
      allowImportingTsExtensions: true,
      strict: true,
      noEmit: true,
      types: ['node'],
    },
  );
  const checker = program.getTypeChecker();

  function sourceOf(file: string): ts.SourceFile {
    const source = program.getSourceFile(join(ROOT, file));
    if (!source) throw new Error(`${file} was not read.`);
    return source;
  }

  function symbolsOf(file: string): Map<string, ts.Symbol> {
    const symbol = checker.getSymbolAtLocation(sourceOf(file));
    const exports = symbol ? checker.getExportsOfModule(symbol) : [];
    return new Map(exports.map((exported) => [exported.name, exported]));
  }

  function membersOf(type: ts.Type): Member[] {
    return type.getProperties().map((property) => {
      const declaration = property.declarations?.[0];
      const text = ts.displayPartsToString(property.getDocumentationComment(checker));
      return {
        name: property.name,
        type: typeOf(property, declaration),
        fallback: fallbackOf(text),
        isOptional: (property.flags & ts.SymbolFlags.Optional) !== 0,
        text: withoutAsides(text),
      };
    });
  }

  /** What stands in the source says more than its meaning: a name can be looked up. */
  function typeOf(property: ts.Symbol, declaration: ts.Declaration | undefined): string {
    const node =
      declaration && (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration))
        ? declaration.type
        : undefined;
    const isNamed = node && !ts.isIndexedAccessTypeNode(node);
    const written = isNamed
      ? node.getText()
      : checker.typeToString(checker.getTypeOfSymbol(property), declaration);
    return written
      .replace(/\s+/g, ' ')
      .replace(/\( (.*?),? \)/g, '($1)')
      .replace(/ \| undefined$/, '')
      .replace(/^\| /, '')
      .replace(/^\((.*=>.*)\)$/, '$1');
  }

  return {
    /** The members of an exported interface, those that it inherits included. */
    members(file: string, name: string): Member[] {
      const symbol = symbolsOf(file).get(name);
      if (!symbol) throw new Error(`${file} exports no ${name}.`);
      const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return membersOf(checker.getDeclaredTypeOfSymbol(meant));
    },

    /** What an exported alias stands for. */
    alias(file: string, name: string): string {
      const [declaration] = symbolsOf(file).get(name)?.declarations ?? [];
      if (!declaration || !ts.isTypeAliasDeclaration(declaration))
        throw new Error(`${file} exports no alias ${name}.`);
      const written = declaration.type.getText().replace(/\s+/g, ' ').replace(/^\| /, '');
      // A type that is computed says nothing by its text.
      return /^Extract</.test(written)
        ? checker.typeToString(checker.getTypeAtLocation(declaration), undefined, IN_FULL)
        : written;
    },

    /** Names of the components that a module exports. */
    components(file: string): string[] {
      return [...symbolsOf(file).keys()].filter((name) => symbolsOf(file).has(`${name}Props`));
    },

    /** What the destructuring of an object gives those that are missing, by their names. */
    fallbacksIn(file: string): Map<string, string> {
      const found = new Map<string, string>();
      const visit = (node: ts.Node): void => {
        if (ts.isBindingElement(node) && node.initializer)
          found.set(node.name.getText(), node.initializer.getText());
        ts.forEachChild(node, visit);
      };
      visit(sourceOf(file));
      return found;
    },
  };
}

const IN_FULL = ts.TypeFormatFlags.InTypeAlias;

/** A sentence that says the default, and nothing else. */
const SENTENCE = /(?:^|\s)Default(?:: ([^.]+)| (`[^`]+`|\d))\.(?=\s|$)/;
/** The same within a sentence, which then stays. */
const ASIDE = /\bdefault (`[^`]+`|\d[\d ]*\d)|(`[^`]+`), the default/i;

function fallbackOf(text: string): string | undefined {
  const [, ...found] = SENTENCE.exec(text) ?? ASIDE.exec(text) ?? [];
  return found.find((part) => part !== undefined);
}

function withoutAsides(text: string): string {
  return text
    .replace(/ \([^()]*contract,? section[^()]*\)/g, '')
    .replace(SENTENCE, '')
    .replace(/\s+/g, ' ')
    .trim();
}
