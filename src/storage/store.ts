import type { StoreName } from './connection.ts';

/** Where values lie under keys, whatever form they have on the disk. */
export interface Store {
  get<Value>(key: IDBValidKey): Promise<Value | undefined>;
  /** In the order of their keys. */
  values<Value>(range?: IDBKeyRange): Promise<Value[]>;
  keys<Key extends IDBValidKey>(range?: IDBKeyRange): Promise<Key[]>;
  /** Both, as they were at one moment. */
  entries(range?: IDBKeyRange): Promise<(readonly [key: IDBValidKey, value: unknown])[]>;
  /** Resolves when it is on the disk. */
  put(value: unknown, key: IDBValidKey): Promise<unknown>;
  /** All of them or none. */
  putAll(entries: readonly (readonly [key: IDBValidKey, value: unknown])[]): Promise<unknown>;
  delete(key: IDBValidKey | IDBKeyRange): Promise<unknown>;
}

/** What is to become of a store, said at once and done later. */
export interface Writing {
  put(value: unknown, key: IDBValidKey): void;
  delete(key: IDBValidKey | IDBKeyRange): void;
  clear(): void;
}

/** The stores of a database. What is written is written in the order in which it was asked for; what is read comes after it. */
export interface Connection {
  store(name: StoreName): Store;
  /** Writes to several stores: all of it is on the disk once this resolves, or none. */
  together(
    names: readonly StoreName[],
    write: (store: (name: StoreName) => Writing) => void,
    onlyIf?: Condition,
  ): Promise<boolean>;
}

/** Something that has to be there still, or nothing is written and the answer is false. */
export interface Condition {
  readonly store: StoreName;
  readonly key: IDBValidKey;
}
