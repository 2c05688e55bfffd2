package org.numberreader.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/** PDFBox's parser, but each stream is checked before PDFBox unpacks it into memory. */
final class BoundedParser extends PDFParser {
    private final StreamBounds bounds;

    BoundedParser(RandomAccessRead source, StreamBounds bounds) throws IOException {
        super(source);
        this.bounds = bounds;
        this.document = new Objects();
    }

    @Override
    protected PDDocument createDocument() throws IOException {
        bounds.requireObjects(document.getXrefTable().size());
        return super.createDocument();
    }

    private final class Objects extends COSDocument {
        Objects() {
            super(IOUtils.createMemoryOnlyStreamCache(), BoundedParser.this);
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new BoundedStream(createRandomAccessReadView(start, length), bounds);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    private static final class BoundedStream extends COSStream {
        private final StreamBounds bounds;
        private boolean checked;
        private boolean decodable;

        BoundedStream(RandomAccessReadView view, StreamBounds bounds) throws IOException {
            super(null, view);
            this.bounds = bounds;
        }

        /** Pages' drawings are unpacked from here, as they are drawn. */
        @Override
        public InputStream createRawInputStream() throws IOException {
            check(false);
            return super.createRawInputStream();
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            check(true);
            return super.createInputStream(options);
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            check(true);
            return super.createView();
        }

        private void check(boolean decoded) throws IOException {
            if (decoded ? decodable : checked) {
                return;
            }
            try (var raw = super.createRawInputStream()) {
                bounds.require(this, raw.readAllBytes(), decoded);
            }
            checked = true;
            decodable |= decoded;
        }
    }
}
