export interface Index {
  name: string;
  keys: { field: string; order: 1 | -1 }[];
  unique?: boolean;
}

/** An index over these fields in their order; '-' before a field: descending. */
export function index(name: string, ...fields: string[]): Index {
  const keys = fields.map((field) =>
    field.startsWith('-') ? { field: field.slice(1), order: -1 as const } : { field, order: 1 as const },
  );
  return { name, keys };
}

export const unique = (name: string, ...fields: string[]): Index => ({
  ...index(name, ...fields),
  unique: true,
});
