/** The modules of a build, as the bundler knows them. */
export interface ModuleGraph {
  getModuleInfo: (id: string) => { importedIds: string[] } | null;
}

/** What a page with one form to bind a phone begins with. */
const ROOTS = [
  'components/BindPhone.tsx',
  'src/account/GenAuthProvider.tsx',
  'src/sdk/authenticationClient.ts',
];

/** Whether that page cannot be shown without a module. */
export function isOfFirstLoad(id: string, graph: ModuleGraph): boolean {
  return isNeededBy(ROOTS, id, graph);
}

/** Whether files of the project cannot run without a module. */
export function isNeededBy(roots: readonly string[], id: string, graph: ModuleGraph): boolean {
  const needed = new Set<string>();
  const visit = (module: string) => {
    if (needed.has(module)) return;
    needed.add(module);
    graph.getModuleInfo(module)?.importedIds.forEach(visit);
  };
  for (const root of roots) visit(`${import.meta.dirname}/../${root}`.replace('scripts/../', ''));
  return needed.has(id);
}
