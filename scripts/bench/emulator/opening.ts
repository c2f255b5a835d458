import { readings, startBallots } from './ballots';

/*
 * Run by itself on a data folder that holds ballots already: how long until the first indexed read is answered, and how much
 * memory the process takes after it has read every document. Prints one line of JSON.
 */

async function measure(dataDir: string, documents: number): Promise<void> {
  const startedAt = performance.now();
  const cloud = await startBallots(dataDir);
  await readings(cloud, { read: 'compound', documents });
  const openedMs = performance.now() - startedAt;
  for (const read of ['id', 'compound'] as const) await readings(cloud, { read, times: 1000, documents });
  const counted = { action: 'database.calculateDocument', collectionName: 'ballots', queryType: 'WHERE' };
  await cloud.database.handle({ ...counted, query: '{"choice":"for"}' });
  const memoryMb = process.memoryUsage().rss / 1e6;
  console.log(JSON.stringify({ openedMs, sinceProcessStartMs: startedAt + openedMs, memoryMb }));
  await cloud.close();
}

const [dataDir = '', documents = '0'] = process.argv.slice(2);
void measure(dataDir, Number(documents));
