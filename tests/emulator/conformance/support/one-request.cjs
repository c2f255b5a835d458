// A program as somebody would write it for the platform: one query, its ids printed. The argument is what init takes.
const cloud = require('wx-server-sdk');

cloud.init({ env: process.env.TCB_ENV, ...JSON.parse(process.argv[2]) });
cloud
  .database()
  .collection('notes')
  .get()
  .then(
    ({ data }) => console.log(JSON.stringify(data.map(({ _id }) => _id))),
    ({ errMsg }) => console.log(`caught ${errMsg}`),
  );
