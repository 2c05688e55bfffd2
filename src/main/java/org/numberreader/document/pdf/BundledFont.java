package org.numberreader.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** The font that PDFBox brings along stands for all that a PDF does not: what is printed is not read anyway. */
final class BundledFont implements FontMapper {
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(Loaded.FONT, true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(Loaded.FONT, true);
    }

    @Override
    @SuppressWarnings("NullAway") // PDFBox's own way to say that it is no OpenType font
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo letters) {
        return new CIDFontMapping(null, Loaded.FONT, true);
    }

    /** When first a PDF lacks a font. */
    private static final class Loaded {
        static final TrueTypeFont FONT = load();

        private Loaded() {}

        private static TrueTypeFont load() {
            try (InputStream in = FontMapper.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IOException("not packaged: " + RESOURCE);
                }
                return new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
