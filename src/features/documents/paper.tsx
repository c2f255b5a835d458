import type { Block, PrintedDocument } from '@contract/documents';
import { Image, Text, View } from '@tarojs/components';
import { aria } from '@/services/aria';
import './documents.scss';
import './print-media';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** With as many columns as this a row would be a few characters wide on a phone: there its cells stand one below the other. */
const WIDE = 4;

function Table({ columns, rows, tall }: Of<'table'>) {
  const wide = !tall && columns.length >= WIDE;
  return (
    <View className={`paper-table ${tall ? 'paper-tall' : ''} ${wide ? 'paper-wide' : ''}`}>
      <View className="paper-head">
        <View className="paper-cells">
          {columns.map(({ title, width, align }) => (
            <View key={title} className={`paper-cell paper-${align}`} style={{ width: `${width}%` }}>
              <Text>{title}</Text>
            </View>
          ))}
        </View>
      </View>
      <View className="paper-body">
        {rows.map((row, n) => (
          <View key={`${n} ${row[0] ?? ''}`} className="paper-cells">
            {columns.map(({ title, align }, column) => (
              <View key={title} className={`paper-cell paper-${align}`}>
                <Text>{row[column]}</Text>
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}

function Lines({ lines }: Of<'lines'>) {
  return (
    <View className="paper-table">
      {lines.map(({ label, value }, n) => (
        <View key={`${n} ${label}`} className="paper-cells">
          <View className="paper-cell paper-label">
            <Text>{label}</Text>
          </View>
          <View className="paper-cell">
            <Text>{value}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

function Codes({ codes }: Of<'codes'>) {
  return (
    <View className="paper-codes">
      {codes.map(({ image, caption }) => (
        <View key={caption} className="paper-code">
          <Image
            className="paper-picture"
            src={image}
            mode="scaleToFill"
            {...aria({ role: 'img', label: caption })}
          />
          <Text>{caption}</Text>
        </View>
      ))}
    </View>
  );
}

/** Each line a paragraph of its own, as in Word. */
function Words({ text, className }: { text: string; className: string }) {
  return (
    <>
      {text.split('\n').map((line, n) => (
        <View key={`${n} ${line}`} className={className}>
          <Text>{line}</Text>
        </View>
      ))}
    </>
  );
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return (
        <View className={`paper-${block.kind}`} {...aria({ role: 'heading' })}>
          <Text>{block.text}</Text>
        </View>
      );
    case 'number':
    case 'paragraph':
    case 'small':
      return <Words text={block.text} className={`paper-${block.kind}`} />;
    case 'lines':
      return <Lines {...block} />;
    case 'table':
      return <Table {...block} />;
    case 'choices':
      return (
        <>
          {block.choices.map((choice) => (
            <View key={choice} className="paper-choice">
              <Text>□　{choice}</Text>
            </View>
          ))}
        </>
      );
    case 'signatures':
      return (
        <>
          {block.lines.map((line) => (
            <View key={line} className="paper-signature">
              <Text>{line}：</Text>
              <View className="paper-blank" />
            </View>
          ))}
        </>
      );
    case 'stamp':
      return <Words text={`${block.issuer}\n（盖章）\n${block.on}`} className="paper-stamp" />;
    case 'codes':
      return <Codes {...block} />;
    case 'page-break':
      return <View className="paper-break" />;
  }
}

/** A paper as it will be printed: black on white, its blocks in their order. */
export function Paper({ paper }: { paper: PrintedDocument }) {
  return (
    <View className="paper">
      {paper.blocks.map((block, n) => (
        <Part key={`${n} ${block.kind}`} block={block} />
      ))}
    </View>
  );
}
