/** A store for tests over a migrated database of its own, with no county in it. */
import { migrate, openStore, type Store } from "../../packages/store/src/index.ts";
import { MIGRATIONS } from "../office/test-office.ts";
import { createTestDatabase } from "./test-postgres.ts";

export interface TestStore {
  readonly store: Store;
  readonly url: string;
  /** The same database for the superuser. */
  readonly adminUrl: string;
  readonly close: () => Promise<void>;
}

const template = {
  name: "migrated",
  prepare: async (url: string) => {
    const migrated = await migrate(url, MIGRATIONS);
    if (!migrated.ok) throw new Error(JSON.stringify(migrated.errors));
  },
};

export async function openTestStore(): Promise<TestStore> {
  const database = await createTestDatabase(template);
  const opened = await openStore({ url: database.url });
  if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
  const store = opened.value;
  return {
    ...{ store, url: database.url, adminUrl: database.adminUrl },
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
}
