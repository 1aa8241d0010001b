/** A browser that has never seen the app. Connections a test before this one left open close by themselves. */
export function emptied(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('undertone');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('the database could not be deleted'));
  });
}
